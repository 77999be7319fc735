package io.clipforge.local.bench;

import java.util.List;

/** Something to measure. */
interface Benchmark {
    String name();

    /** One line for the list. */
    String summary();

    List<Figure> measure() throws Exception;
}
