package io.clipforge.api.uploads;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.generated.model.NewUpload;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.projects.ProjectService;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.storage.ObjectStore.Part;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens uploads and closes them. */
@Singleton
public class UploadService {
    private static final String EXPIRED = "expired";
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final Uploads uploads;
    private final ProjectService projects;
    private final ObjectStore store;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    UploadService(
            Uploads uploads,
            ProjectService projects,
            ObjectStore store,
            Tenants tenants,
            AuditTrail audit,
            Clock clock) {
        this.uploads = uploads;
        this.projects = projects;
        this.store = store;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    @TenantTransactional
    Upload open(NewUpload wanted) {
        var projectId =
                Optional.ofNullable(wanted.getProjectId()).map(projects::require).orElse(null);
        var id = UuidV7.next();
        var key = tenants.current().orgId() + "/uploads/" + id + "/source";
        var upload =
                uploads.add(
                        id,
                        projectId,
                        wanted.getFilename(),
                        wanted.getSizeBytes(),
                        wanted.getContentType(),
                        wanted.getSha256(),
                        PartSize.of(wanted.getSizeBytes()),
                        key,
                        store.beginUpload(key),
                        clock.instant().plus(LIFETIME));
        record("createUpload", null, upload);
        return upload;
    }

    /** Refuses one that is not there. */
    @TenantTransactional
    Upload get(String id) {
        return find(id, uploads::find);
    }

    /**
     * For whoever is going to need its file, which is not given up while the transaction in hand
     * says so; refuses one that is not there.
     */
    @TenantTransactional
    public Upload use(String id) {
        return find(id, uploads::keep);
    }

    /** Whether the file of a completed one begins like a film or a still picture. */
    public boolean mayShow(Upload upload) {
        return FileSignatures.shows(store.head(upload.storageKey(), FileSignatures.LENGTH));
    }

    /** Whoever has such a URL may write: that it was given out is told. */
    @TenantTransactional
    List<PartUrl> morePartUrls(String id, List<Integer> numbers) {
        var upload = get(id);
        var urls = partUrls(upload, numbers);
        record("createUploadParts", upload, upload);
        return urls;
    }

    List<PartUrl> partUrls(Upload upload, List<Integer> numbers) {
        requireOpen(upload);
        return numbers.stream().map(it -> partUrl(upload, it)).toList();
    }

    /** A part number and where to PUT its bytes. */
    record PartUrl(int number, ObjectStore.Presigned url) {}

    /** Refuses, and gives up, a file that is nothing we work on. */
    Upload complete(String id, List<Part> parts) {
        var upload = join(id, parts);
        if (!upload.completed()) {
            throw ApiProblem.of(
                    ProblemType.UNSUPPORTED_MEDIA,
                    "What was uploaded begins like no video, sound, picture or font that we know.");
        }
        return upload;
    }

    /** Aborted afterwards when its content is of no known kind; that is kept, unlike an error. */
    @TenantTransactional
    Upload join(String id, List<Part> parts) {
        var upload = find(id, uploads::hold);
        if (upload.completed()) {
            return record("completeUpload", upload, upload);
        }
        requireOpen(upload);
        if (parts.size() != upload.partCount()) {
            throw incomplete(upload.partCount() + " parts are expected, not " + parts.size() + ".");
        }
        requireSize(upload, join(upload, parts));
        if (!FileSignatures.known(store.head(upload.storageKey(), FileSignatures.LENGTH))) {
            store.delete(upload.storageKey());
            return record("completeUpload", upload, uploads.move(upload.id(), "aborted"));
        }
        return record("completeUpload", upload, uploads.move(upload.id(), "completed"));
    }

    @TenantTransactional
    Upload abort(String id) {
        var upload = find(id, uploads::hold);
        if (upload.status().equals("aborted")) {
            return record("abortUpload", upload, upload);
        }
        requireOpen(upload);
        store.abortUpload(upload.storageKey(), upload.storageUploadId());
        return record("abortUpload", upload, uploads.move(upload.id(), "aborted"));
    }

    /** Ends an open upload that is past its time; any other stays as it is. */
    @TenantTransactional
    public void expire(UUID id) {
        uploads.hold(id)
                .filter(it -> it.open() && status(it).equals(EXPIRED))
                .ifPresent(it -> {
                    store.abortUpload(it.storageKey(), it.storageUploadId());
                    // what was joined is there although its completion was not kept
                    store.delete(it.storageKey());
                    uploads.move(id, EXPIRED);
                });
    }

    /**
     * Ends a completed upload whose file nobody needs any more.
     *
     * @param unneeded asked while nobody can begin to {@linkplain #use use} it
     * @return the key of the file, which is to be deleted after the transaction
     */
    @TenantTransactional
    public Optional<String> giveUp(UUID id, BooleanSupplier unneeded) {
        return uploads.hold(id)
                .filter(it -> !it.open() && unneeded.getAsBoolean())
                .map(it -> it.completed() ? uploads.move(id, EXPIRED) : it)
                .map(Upload::storageKey);
    }

    private long join(Upload upload, List<Part> parts) {
        try {
            return store.completeUpload(upload.storageKey(), upload.storageUploadId(), parts);
        } catch (S3Exception e) {
            if (e.statusCode() >= 500) {
                throw e;
            }
            throw incomplete("The store does not have these parts, or their etags differ.");
        }
    }

    private static void requireSize(Upload upload, long size) {
        if (size != upload.sizeBytes()) {
            throw incomplete(
                    "The parts add up to " + size + " bytes, not " + upload.sizeBytes() + ".");
        }
    }

    private PartUrl partUrl(Upload upload, int number) {
        if (number < 1 || number > upload.partCount()) {
            throw ApiProblem.invalid(
                    "/part_numbers",
                    "out_of_range",
                    "Part numbers go from 1 to " + upload.partCount() + ".");
        }
        return new PartUrl(
                number, store.presignPart(upload.storageKey(), upload.storageUploadId(), number));
    }

    private Upload record(String action, @Nullable Upload before, Upload after) {
        var now = clock.instant();
        audit.record(
                action,
                TypeId.UPLOAD.text(after.id()),
                before == null ? null : before.resource(now, List.of()),
                after.resource(now, List.of()));
        return after;
    }

    String status(Upload upload) {
        return upload.status(clock.instant());
    }

    private void requireOpen(Upload upload) {
        var status = status(upload);
        if (!status.equals("open")) {
            throw ApiProblem.of(ProblemType.CONFLICT, "The upload is " + status + ".");
        }
    }

    private static ApiProblem incomplete(String detail) {
        return ApiProblem.of(ProblemType.UPLOAD_INCOMPLETE, detail);
    }

    private static Upload find(String id, Function<UUID, Optional<Upload>> query) {
        return TypeId.UPLOAD
                .find(id)
                .flatMap(query)
                .orElseThrow(() -> ApiProblem.notFound("upload"));
    }
}
