package io.clipforge.local;

import java.io.IOException;
import java.util.List;

/** Closes several things. */
final class Closing {
    private Closing() {}

    /** One after the other, each of them even when an earlier one fails. */
    static void all(List<? extends AutoCloseable> things) throws IOException {
        var failure = new IOException("could not close everything");
        for (var thing : things) {
            try {
                thing.close();
            } catch (Exception e) { // what AutoCloseable declares
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
