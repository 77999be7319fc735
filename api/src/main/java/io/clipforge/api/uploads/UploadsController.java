package io.clipforge.api.uploads;

import io.clipforge.api.generated.UploadsApi;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.NewUpload;
import io.clipforge.api.generated.model.NewUploadParts;
import io.clipforge.api.generated.model.Upload;
import io.clipforge.api.generated.model.UploadCompletion;
import io.clipforge.api.generated.model.UploadPart;
import io.clipforge.api.generated.model.UploadPartList;
import io.clipforge.api.generated.model.UploadStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.storage.ObjectStore.Part;
import io.clipforge.api.uploads.UploadService.PartUrl;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadsController implements UploadsApi {
    private static final int FIRST_PARTS = 10;

    private final UploadService uploads;

    UploadsController(UploadService uploads) {
        this.uploads = uploads;
    }

    @Override
    public HttpResponse<Upload> createUpload(NewUpload body) {
        var resource = resource(uploads.open(body));
        return HttpResponse.created(resource, URI.create("/v1/uploads/" + resource.getId()));
    }

    @Override
    public HttpResponse<Upload> getUpload(String id) {
        return HttpResponse.ok(resource(uploads.get(id)));
    }

    @Override
    public HttpResponse<UploadPartList> createUploadParts(String id, NewUploadParts body) {
        var urls = uploads.partUrls(uploads.get(id), body.getPartNumbers());
        return HttpResponse.ok(new UploadPartList(parts(urls)));
    }

    @Override
    public HttpResponse<Upload> completeUpload(String id, UploadCompletion body) {
        var parts =
                body.getParts().stream()
                        .map(it -> new Part(it.getPartNumber(), it.getEtag()))
                        .toList();
        return HttpResponse.ok(resource(uploads.complete(id, parts)));
    }

    @Override
    public HttpResponse<Upload> abortUpload(String id) {
        return HttpResponse.ok(resource(uploads.abort(id)));
    }

    private Upload resource(io.clipforge.api.uploads.Upload upload) {
        return new Upload(
                        TypeId.UPLOAD.text(upload.id()),
                        UploadStatus.fromValue(uploads.status(upload)),
                        upload.filename(),
                        upload.sizeBytes(),
                        upload.partSizeBytes(),
                        upload.partCount(),
                        firstParts(upload),
                        Times.utc(upload.expiresAt()),
                        Environment.fromValue(upload.environment()),
                        Times.utc(upload.createdAt()),
                        Times.utc(upload.updatedAt()))
                .projectId(text(upload.projectId()))
                .contentType(upload.contentType())
                .sha256(upload.sha256());
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

    private static @Nullable String text(@Nullable UUID projectId) {
        return projectId == null ? null : TypeId.PROJECT.text(projectId);
    }
}
