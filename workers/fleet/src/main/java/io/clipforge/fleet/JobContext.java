package io.clipforge.fleet;

import io.clipforge.jobs.JobSpec;
import java.io.IOException;
import java.nio.file.Path;

/** What a handler may touch while it does one attempt. */
public interface JobContext {
    /** An empty folder of this attempt; it is removed afterwards. */
    Path workspace();

    /** Fetches an object into the workspace and tells where it lies. */
    Path fetch(String key) throws IOException, InterruptedException;

    /**
     * Fetches a stretch of an object into the workspace, and nothing else of it.
     *
     * @param offset of the first byte; behind the end there is nothing
     * @param length bytes; the file has fewer where the object ends early
     */
    Path fetchRange(String key, long offset, long length) throws IOException, InterruptedException;

    /**
     * Stores a file of this attempt.
     *
     * @param name file name, such as {@code audio.wav}; it is put under the spec's {@link
     *     JobSpec#outputPrefix() prefix} and this attempt's own folder
     * @return the key
     */
    String store(String name, Path file, String contentType)
            throws IOException, InterruptedException;

    /** Reads a JSON document of the contract, such as a transcript. */
    <T> T read(String key, Class<T> type) throws IOException, InterruptedException;

    /** Stores a JSON document of the contract and returns its key. */
    String write(String name, Object document) throws IOException, InterruptedException;

    /**
     * Tells how far the job is; cheap, call it often.
     *
     * @param stage what is being done now
     * @param progress 0 to 1
     */
    void progress(String stage, double progress);
}
