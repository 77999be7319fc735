package io.clipforge.local.bench.asr;

/**
 * What is measured at a time.
 *
 * @param shape of the model: {@code tiny}, {@code base}, {@code small}
 * @param precision {@code float32} or {@code int8}
 * @param threads that an engine may use
 * @param batch windows of 30 s that are computed together
 */
record Setting(String shape, String precision, int threads, int batch) {
    @Override
    public String toString() {
        return "%s %s, %d thread%s, %s"
                .formatted(
                        shape,
                        precision,
                        threads,
                        threads == 1 ? "" : "s",
                        batch == 1 ? "one by one" : batch + " at once");
    }
}
