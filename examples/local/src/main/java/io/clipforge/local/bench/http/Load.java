package io.clipforge.local.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Callers of one service, each a thread with a connection of its own. Whatever is not answered as
 * it should be ends the load.
 */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Numbers of requests are never given twice by one JVM: an idempotency key is made of each. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final int port;
    private final Traffic traffic;
    private final int connections;

    Load(int port, Traffic traffic, int connections) {
        this.port = port;
        this.traffic = traffic;
        this.connections = connections;
    }

    /** Each caller asks again as soon as it has an answer. */
    Measured asFastAsPossible(Mix mix, Duration length) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        return run(
                length,
                (wire, times) -> {
                    for (long now = System.nanoTime(); now < end; ) {
                        ask(wire, mix, NUMBERS.getAndIncrement());
                        long then = System.nanoTime();
                        times.add(then - now);
                        now = then;
                    }
                });
    }

    /**
     * As many requests a second as said, evenly spread, whatever the answers take. A time counts
     * from when the request should have left, so that one which had to wait for a free connection
     * counts as slow.
     */
    Measured paced(Mix mix, int perSecond, Duration length)
            throws IOException, InterruptedException {
        long count = perSecond * length.toSeconds();
        double interval = 1e9 / perSecond;
        var next = new AtomicLong();
        long start = System.nanoTime();
        return run(
                length,
                (wire, times) -> {
                    for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long due = start + (long) (i * interval);
                        for (long left = due - System.nanoTime();
                                left > 0;
                                left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        ask(wire, mix, NUMBERS.getAndIncrement());
                        times.add(System.nanoTime() - due);
                    }
                });
    }

    /** One caller's share. */
    @FunctionalInterface
    private interface Caller {
        void call(Wire wire, Times times) throws IOException;
    }

    private Measured run(Duration length, Caller caller) throws IOException, InterruptedException {
        var wires = new ArrayList<Wire>();
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < connections; i++) {
                wires.add(Wire.to(port));
            }
            return watched(watch, wires, length, caller);
        } finally {
            close(wires);
        }
    }

    /** Cuts the connections of whoever waits for an answer that does not come. */
    private static Measured watched(
            ScheduledExecutorService watch, List<Wire> wires, Duration length, Caller caller)
            throws IOException, InterruptedException {
        var givenUp = new AtomicBoolean();
        var alarm =
                watch.schedule(
                        () -> {
                            givenUp.set(true);
                            close(wires);
                        },
                        length.plus(PATIENCE).toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            return together(wires, caller);
        } catch (ExecutionException e) {
            throw new IOException(
                    givenUp.get() ? "no answer came" : "the load broke off: " + e.getMessage(), e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static Measured together(List<Wire> wires, Caller caller)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(wires.size())) {
            long start = System.nanoTime();
            var calls = new ArrayList<Future<Times>>();
            for (var wire : wires) {
                calls.add(
                        threads.submit(() -> {
                            var times = new Times();
                            caller.call(wire, times);
                            return times;
                        }));
            }
            var all = new ArrayList<Times>();
            for (var it : calls) {
                all.add(it.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Measured(seconds, all.stream().flatMapToLong(Times::stream).toArray());
        }
    }

    private void ask(Wire wire, Mix mix, long number) throws IOException {
        var request = traffic.pick(mix.at(number), number);
        int status = wire.exchange(request.bytes(number));
        if (status != request.status()) {
            throw new IOException(
                    request.operation().text() + " was answered " + status + ": " + wire.body());
        }
    }

    private static void close(List<Wire> wires) {
        for (var it : wires) {
            try {
                it.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Grows without boxing. */
    private static final class Times {
        private long[] values = new long[1 << 10];
        private int size;

        void add(long nanos) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = nanos;
        }

        LongStream stream() {
            return Arrays.stream(values, 0, size);
        }
    }
}
