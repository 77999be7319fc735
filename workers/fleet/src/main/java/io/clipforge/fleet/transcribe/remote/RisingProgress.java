package io.clipforge.fleet.transcribe.remote;

import java.util.function.DoubleConsumer;

/** Passes on what is more than all before; thread-safe. */
final class RisingProgress implements DoubleConsumer {
    private final DoubleConsumer listener;
    private double most;

    RisingProgress(DoubleConsumer listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(double share) {
        if (share > most) {
            most = share;
            listener.accept(share);
        }
    }
}
