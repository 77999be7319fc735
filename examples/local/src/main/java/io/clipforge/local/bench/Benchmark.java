package io.clipforge.local.bench;

/** Something to measure. */
public interface Benchmark {
    String name();

    /** One line for the list. */
    String summary();

    Outcome measure(Options options) throws Exception;
}
