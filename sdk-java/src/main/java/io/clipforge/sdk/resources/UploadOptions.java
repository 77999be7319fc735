package io.clipforge.sdk.resources;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to upload a file.
 *
 * @param projectId the project it is for
 * @param contentType its media type; guessed from the name when empty
 * @param checksum whether to read the file once more beforehand and announce its SHA-256
 * @param parallelParts how many parts travel at the same time: 1…16
 * @param resumeFile where to remember which parts have arrived: an upload that breaks off is left
 *     open, and goes on when it is made again with the same, unchanged file; deleted in the end
 */
public record UploadOptions(
        Optional<String> projectId,
        Optional<String> contentType,
        boolean checksum,
        int parallelParts,
        Optional<Path> resumeFile) {
    public UploadOptions {
        if (parallelParts < 1 || parallelParts > 16) {
            throw new IllegalArgumentException("parallelParts must be 1…16");
        }
    }

    /** No project, guessed type, no checksum, three parts at a time, no resuming. */
    public static UploadOptions defaults() {
        return new UploadOptions(Optional.empty(), Optional.empty(), false, 3, Optional.empty());
    }

    public UploadOptions withProjectId(String id) {
        return new UploadOptions(Optional.of(id), contentType, checksum, parallelParts, resumeFile);
    }

    public UploadOptions withContentType(String type) {
        return new UploadOptions(projectId, Optional.of(type), checksum, parallelParts, resumeFile);
    }

    public UploadOptions withChecksum(boolean wanted) {
        return new UploadOptions(projectId, contentType, wanted, parallelParts, resumeFile);
    }

    public UploadOptions withParallelParts(int parts) {
        return new UploadOptions(projectId, contentType, checksum, parts, resumeFile);
    }

    public UploadOptions withResumeFile(Path file) {
        return new UploadOptions(
                projectId, contentType, checksum, parallelParts, Optional.of(file));
    }
}
