package io.clipforge.local.bench.reframe;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A stretch of a film as it is framed.
 *
 * @param startMs inclusive
 * @param endMs exclusive
 * @param shown what is seen of the picture at a time in milliseconds, in one pane or several
 */
record View(long startMs, long endMs, DoubleFunction<List<Span>> shown) {}
