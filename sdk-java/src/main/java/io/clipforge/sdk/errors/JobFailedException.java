package io.clipforge.sdk.errors;

import io.clipforge.sdk.model.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ingest or an export that was waited for ended as {@code failed} or {@code cancelled}. Nothing
 * was charged.
 */
public final class JobFailedException extends ClipForgeException {
    private final String resourceId;
    private final String status;
    private final @Nullable Problem problem;

    public JobFailedException(String resourceId, String status, @Nullable Problem problem) {
        super(resourceId + " " + status + reason(problem), null);
        this.resourceId = resourceId;
        this.status = status;
        this.problem = problem;
    }

    /** The id of the ingest or export. */
    public String resourceId() {
        return resourceId;
    }

    /** {@code failed} or {@code cancelled}. */
    public String status() {
        return status;
    }

    /** Why it failed; empty when it was cancelled. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private static String reason(@Nullable Problem problem) {
        if (problem == null) {
            return "";
        }
        String detail = problem.getDetail();
        return ": " + problem.getCode() + ": " + (detail == null ? problem.getTitle() : detail);
    }
}
