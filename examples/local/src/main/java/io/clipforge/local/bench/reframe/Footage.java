package io.clipforge.local.bench.reframe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A film to be framed.
 *
 * @param truth where every face is at a time in seconds; absent when nobody knows
 */
record Footage(String name, Path file, @Nullable DoubleFunction<List<Span>> truth) {

    /** The truth, or what comes nearest to it. */
    DoubleFunction<List<Span>> faces(Seen seen) {
        return truth == null ? seen::faces : truth;
    }
}
