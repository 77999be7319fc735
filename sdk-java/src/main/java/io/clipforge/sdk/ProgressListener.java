package io.clipforge.sdk;

/**
 * Hears how far a transfer has come. Called from one thread at a time, not always the same; it
 * should return quickly.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Listens to nothing. */
    ProgressListener NONE = (doneBytes, totalBytes) -> {};

    /**
     * @param doneBytes bytes moved so far; never falls, even when a piece is sent again
     * @param totalBytes bytes to move in all; -1 when the server did not say
     */
    void onProgress(long doneBytes, long totalBytes);
}
