package io.clipforge.fleet.transcribe.pocketsphinx;

import java.util.function.DoubleConsumer;

/** Adds up what several threads have done and tells the share, which never falls. */
final class SharedProgress {
    private final long total;
    private final DoubleConsumer listener;
    private long done;

    SharedProgress(long total, DoubleConsumer listener) {
        this.total = total;
        this.listener = listener;
    }

    synchronized void add(long amount) {
        done += amount;
        listener.accept(Math.min(1, (double) done / total));
    }
}
