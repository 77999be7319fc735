package io.clipforge.media;

import java.nio.file.Path;

/** Is told of each program that is run, on the thread that asked for it. */
@FunctionalInterface
public interface Watch {
    /** Told nobody. */
    Watch NOBODY = _ -> () -> {};

    /**
     * A program was started.
     *
     * @return is closed once, on any thread, when the program has ended
     */
    Seen started(Path program);

    /** A program in hand. */
    @FunctionalInterface
    interface Seen extends AutoCloseable {
        @Override
        void close();
    }
}
