package io.clipforge.models;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** What a person should know of a disk that did not do as told. */
final class DiskProblems {
    private DiskProblems() {}

    static PullProblem of(Path file, IOException e) {
        return full(e)
                ? new PullProblem.DiskFull(file, 0)
                : new PullProblem.CannotWrite(file, why(e));
    }

    /**
     * @param bytes of it that are here
     */
    static PullProblem of(Path file, long bytes, IOException e) {
        return full(e)
                ? new PullProblem.DiskFull(file, bytes)
                : new PullProblem.CannotWrite(file, why(e));
    }

    /** Java has no type for it; these are ENOSPC, EDQUOT and EFBIG. */
    private static boolean full(IOException e) {
        var why = why(e).toLowerCase(Locale.ROOT);
        return why.contains("no space left")
                || why.contains("quota exceeded")
                || why.contains("file too large");
    }

    private static String why(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied"
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
