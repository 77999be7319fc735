package io.clipforge.models;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A place that models come from. */
interface Source extends AutoCloseable {
    /** As a person calls it: a host or a folder. */
    String name();

    /** Whether anybody is there. */
    boolean answers(Model model) throws InterruptedException;

    /** What is said of a file there, without fetching it. */
    Declaration declare(Model model, ModelFile file) throws PullException, InterruptedException;

    /**
     * Begins to read a file.
     *
     * @param from the first byte that is wanted
     * @param validator of the bytes that are here already, as {@link Content#validator} said it; if
     *     the file has changed since, it comes from its beginning
     */
    Content open(Model model, ModelFile file, long from, @Nullable String validator)
            throws PullException, InterruptedException;

    @Override
    void close();

    /**
     * @param from where in the file it begins: what was asked for, or 0
     * @param bytes of the whole file; absent when nobody says
     * @param validator that tells this version of the file from others; absent when there is none
     */
    record Content(InputStream body, long from, @Nullable Long bytes, @Nullable String validator)
            implements Closeable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
