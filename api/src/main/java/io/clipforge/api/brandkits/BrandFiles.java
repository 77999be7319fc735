package io.clipforge.api.brandkits;

import io.clipforge.api.generated.model.Bumper;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.uploads.Upload;
import io.clipforge.api.uploads.UploadService;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The uploads that a brand kit names: refused when they are not there, not complete, too large. */
@Singleton
class BrandFiles {
    private static final long LARGEST_FONT = 10 << 20;
    private static final long LARGEST_BUMPER = 200 << 20;
    private static final int STILL_MS = 3000;

    private final UploadService uploads;

    BrandFiles(UploadService uploads) {
        this.uploads = uploads;
    }

    Optional<Upload> watermark(@Nullable String uploadId) {
        return file("watermark", uploadId);
    }

    BrandLook.@Nullable Font font(@Nullable String uploadId) {
        var upload = file("font", uploadId);
        upload.ifPresent(it -> bound(it, LARGEST_FONT, "/font_upload_id", "A font"));
        return upload.map(it -> new BrandLook.Font(it.id(), it.storageKey())).orElse(null);
    }

    /**
     * @param name of the property
     */
    BrandLook.@Nullable Bumper bumper(String name, @Nullable Bumper wanted) {
        if (wanted == null) {
            return null;
        }
        var upload = file(name, wanted.getUploadId()).orElseThrow();
        bound(upload, LARGEST_BUMPER, "/" + name + "/upload_id", "An " + name);
        if (!uploads.mayShow(upload)) {
            throw ApiProblem.of(
                    ProblemType.UNSUPPORTED_MEDIA,
                    "The " + name + "'s upload begins like neither a video nor a picture.");
        }
        int stillMs = Objects.requireNonNullElse(wanted.getStillMs(), STILL_MS);
        return new BrandLook.Bumper(upload.id(), upload.storageKey(), stillMs);
    }

    private Optional<Upload> file(String what, @Nullable String uploadId) {
        var upload = Optional.ofNullable(uploadId).map(uploads::use);
        if (upload.filter(it -> !it.completed()).isPresent()) {
            throw ApiProblem.of(
                    ProblemType.UPLOAD_INCOMPLETE, "The " + what + "'s upload is not complete.");
        }
        return upload;
    }

    private static void bound(Upload upload, long most, String pointer, String what) {
        if (upload.sizeBytes() > most) {
            throw ApiProblem.invalid(
                    pointer, "out_of_range", what + " has at most " + most + " bytes.");
        }
    }
}
