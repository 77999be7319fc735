package io.clipforge.api.uploads;

import io.clipforge.api.generated.UploadsApi;
import io.clipforge.api.generated.model.NewUpload;
import io.clipforge.api.generated.model.NewUploadParts;
import io.clipforge.api.generated.model.Upload;
import io.clipforge.api.generated.model.UploadCompletion;
import io.clipforge.api.generated.model.UploadPart;
import io.clipforge.api.generated.model.UploadPartList;
import io.clipforge.api.http.Items;
import io.clipforge.api.http.Times;
import io.clipforge.api.idempotency.Idempotency;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.limits.Limits;
import io.clipforge.api.limits.Policy;
import io.clipforge.api.storage.ObjectStore.Part;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.api.uploads.UploadService.PartUrl;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadsController implements UploadsApi {
    private static final int FIRST_PARTS = 10;

    private final UploadService uploads;
    private final Idempotency idempotency;
    private final Limits limits;
    private final Tenants tenants;
    private final Clock clock;

    UploadsController(
            UploadService uploads,
            Idempotency idempotency,
            Limits limits,
            Tenants tenants,
            Clock clock) {
        this.uploads = uploads;
        this.idempotency = idempotency;
        this.limits = limits;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public HttpResponse<Upload> createUpload(NewUpload body, @Nullable String idempotencyKey) {
        return idempotency.once(
                idempotencyKey, "POST /v1/uploads", body, Upload.class, () -> create(body));
    }

    private HttpResponse<Upload> create(NewUpload body) {
        limits.take(Policy.UPLOADS, TypeId.ORGANIZATION.text(tenants.current().orgId()));
        var resource = resource(uploads.open(body));
        return HttpResponse.created(resource, URI.create("/v1/uploads/" + resource.getId()));
    }

    @Override
    public HttpResponse<Upload> getUpload(String id) {
        return HttpResponse.ok(resource(uploads.get(id)));
    }

    @Override
    public HttpResponse<UploadPartList> createUploadParts(String id, NewUploadParts body) {
        var urls = uploads.morePartUrls(id, Items.of("/part_numbers", body.getPartNumbers()));
        return HttpResponse.ok(new UploadPartList(parts(urls)));
    }

    @Override
    public HttpResponse<Upload> completeUpload(String id, UploadCompletion body) {
        var parts =
                Items.of("/parts", body.getParts()).stream()
                        .map(it -> new Part(it.getPartNumber(), it.getEtag()))
                        .toList();
        return HttpResponse.ok(resource(uploads.complete(id, parts)));
    }

    @Override
    public HttpResponse<Upload> abortUpload(String id) {
        return HttpResponse.ok(resource(uploads.abort(id)));
    }

    private Upload resource(io.clipforge.api.uploads.Upload upload) {
        return upload.resource(clock.instant(), firstParts(upload));
    }

    private List<UploadPart> firstParts(io.clipforge.api.uploads.Upload upload) {
        if (!uploads.status(upload).equals("open")) {
            return List.of();
        }
        int count = Math.min(FIRST_PARTS, upload.partCount());
        return parts(uploads.partUrls(upload, IntStream.rangeClosed(1, count).boxed().toList()));
    }

    private static List<UploadPart> parts(List<PartUrl> urls) {
        return urls.stream()
                .map(it ->
                        new UploadPart(
                                it.number(), it.url().url(), Times.utc(it.url().expiresAt())))
                .toList();
    }
}
