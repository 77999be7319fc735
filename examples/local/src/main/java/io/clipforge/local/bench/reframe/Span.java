package io.clipforge.local.bench.reframe;

/** From one edge of a face, or of a window, to the other; pixels of the source. */
record Span(double from, double to) {

    double center() {
        return (from + to) / 2;
    }

    boolean holds(Span other) {
        return from <= other.from && other.to <= to;
    }

    boolean touches(Span other) {
        return from < other.to && other.from < to;
    }
}
