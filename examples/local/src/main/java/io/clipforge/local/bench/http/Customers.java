package io.clipforge.local.bench.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who do as they are told to: whoever is cut off asks again, the other replica if there is
 * one, under the same idempotency key, until an answer comes.
 */
final class Customers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final int IN_USE = 409;
    private static final int MOST_COMPLAINTS = 20;

    /** Of the load before, so that no idempotency key comes twice. */
    private static final long FIRST_NUMBER = 1L << 40;

    private final List<Plane> replicas;
    private final Traffic traffic;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong answered = new AtomicLong();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    Customers(List<Plane> replicas, Traffic traffic) {
        this.replicas = List.copyOf(replicas);
        this.traffic = traffic;
    }

    /**
     * A connection that broke or could not be made.
     *
     * @param nanos when, by {@link System#nanoTime()}
     */
    record Cut(Plane replica, long nanos, String reason) {}

    /** Returns when everything has been answered. */
    void run(int callers, int perSecond, Duration length) throws IOException, InterruptedException {
        long count = perSecond * length.toSeconds();
        double interval = 1e9 / perSecond;
        var next = new AtomicLong();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var calls = new ArrayList<Future<?>>();
            for (int i = 0; i < callers; i++) {
                calls.add(
                        threads.submit(() -> {
                            try (var lines = new Lines()) {
                                for (long n = next.getAndIncrement();
                                        n < count;
                                        n = next.getAndIncrement()) {
                                    await(start + (long) (n * interval));
                                    ask(lines, FIRST_NUMBER + n);
                                }
                            }
                            return null;
                        }));
            }
            for (var it : calls) {
                it.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the load broke off: " + e.getMessage(), e);
        }
    }

    long answered() {
        return answered.get();
    }

    /** The id of each acknowledged create, by the number that stands in its metadata. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    List<Cut> cuts() {
        return List.copyOf(cuts);
    }

    /** Answers that should not have been, the first of them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void ask(Lines lines, long number) throws IOException {
        var request = traffic.pick(Mix.USUAL.at(number), number);
        var bytes = request.bytes(number);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; System.nanoTime() < deadline; attempt++) {
            int turn = (int) ((number + attempt) % replicas.size());
            try {
                var wire = lines.to(turn);
                int status = wire.exchange(bytes);
                if (status == request.status()) {
                    note(request, number, wire.body());
                    return;
                }
                if (status != IN_USE || attempt == 0) {
                    complain(request.operation().text() + ": " + status + " " + wire.body());
                    return;
                } // else the attempt that was cut off has not been given up yet
            } catch (IOException e) {
                cuts.add(new Cut(replicas.get(turn), System.nanoTime(), e.toString()));
                lines.drop(turn);
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        complain(request.operation().text() + " was not answered in " + PATIENCE);
    }

    private void note(Request request, long number, String body) throws IOException {
        answered.incrementAndGet();
        if (request.operation() == Operation.CREATE) {
            acknowledged.put(Request.text(number), json.readTree(body).path("id").asText());
        }
    }

    private void complain(String complaint) {
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add(complaint);
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** One caller's connections, one to each replica. */
    private final class Lines implements AutoCloseable {
        private final Map<Integer, Wire> open = new ConcurrentHashMap<>();

        Wire to(int replica) throws IOException {
            var wire = open.get(replica);
            if (wire == null) {
                wire = Wire.to(replicas.get(replica).port());
                open.put(replica, wire);
            }
            return wire;
        }

        void drop(int replica) throws IOException {
            var wire = open.remove(replica);
            if (wire != null) {
                wire.close();
            }
        }

        @Override
        public void close() throws IOException {
            for (var it : open.values()) {
                it.close();
            }
        }
    }
}
