package io.clipforge.local.bench.http;

import io.clipforge.local.Servers;
import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two control planes on the same servers under the usual mix, at 70 % of what they can do together;
 * after a fifth of the time one is killed and started again, early enough to see whether what came
 * back stays flat too. Afterwards every create that a customer was told of is looked for in
 * PostgreSQL.
 */
public final class SoakBenchmark implements Benchmark {
    private static final int SECONDS = 600;
    private static final int CONNECTIONS = 32;
    private static final int CALLERS = 128;
    private static final double SHARE = 0.7;
    private static final int SAMPLES = 60;
    private static final Duration CAPACITY = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String summary() {
        return "two control planes at 70 % of what they can do, for long; one is killed meanwhile";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var length = Duration.ofSeconds(options.number("seconds", SECONDS));
        try (var stage = Stage.open(name())) {
            var servers = stage.servers();
            var properties = Plane.properties(servers);
            var dataset = Dataset.make(servers, properties);
            var replicas =
                    List.of(
                            Plane.of(stage, "control-plane-1", properties),
                            Plane.of(stage, "control-plane-2", properties));
            for (var it : replicas) {
                it.member().start();
            }
            var traffic = Traffic.of(replicas.getFirst().service(), dataset.accounts());
            WarmUp.of(options).warm(it -> together(replicas, traffic, it));
            double capacity = together(replicas, traffic, CAPACITY);
            int rate = (int) (SHARE * capacity);
            System.out.printf("%.0f requests/s at most, %d requests/s from now%n", capacity, rate);
            var soak = new Soak(servers, replicas, traffic);
            soak.run(length, rate);
            return soak.judge(length, capacity, rate);
        }
    }

    /** Asks all replicas as fast as they answer; how many a second they answer together. */
    private static double together(List<Plane> replicas, Traffic traffic, Duration length)
            throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(replicas.size())) {
            var loads = new ArrayList<Future<Measured>>();
            for (var it : replicas) {
                var load = new Load(it.port(), traffic, CONNECTIONS / replicas.size());
                loads.add(threads.submit(() -> load.asFastAsPossible(Mix.USUAL, length)));
            }
            double perSecond = 0;
            for (var it : loads) {
                perSecond += it.get().perSecond();
            }
            return perSecond;
        } catch (ExecutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The run itself. */
    private static final class Soak {
        private final Servers servers;
        private final List<Plane> replicas;
        private final Customers customers;
        private volatile long killed;
        private volatile long back;
        private volatile Watch watch;

        Soak(Servers servers, List<Plane> replicas, Traffic traffic) {
            this.servers = servers;
            this.replicas = replicas;
            customers = new Customers(replicas, traffic);
            watch = new Watch(servers, replicas, Duration.ofSeconds(1));
        }

        void run(Duration length, int rate) throws IOException, InterruptedException {
            watch = new Watch(servers, replicas, length.dividedBy(SAMPLES));
            try (var threads = Executors.newFixedThreadPool(3)) {
                var watching = threads.submit(task(watch::run));
                var killing = threads.submit(task(() -> kill(length)));
                var asking = threads.submit(task(() -> customers.run(CALLERS, rate, length)));
                asking.get();
                killing.get();
                watch.stop();
                watching.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        private void kill(Duration length) throws IOException, InterruptedException {
            Thread.sleep(length.dividedBy(5));
            var member = replicas.getFirst().member();
            synchronized (member) {
                System.out.println("kill -9 of " + member.incarnation());
                killed = System.nanoTime();
                member.kill();
                member.start();
                back = System.nanoTime();
            }
        }

        Outcome judge(Duration length, double capacity, int rate) throws Exception {
            try (var superuser = servers.superuser()) {
                var verdict =
                        new Verdict(replicas, watch, length, customers, Books.read(superuser));
                return verdict.outcome(capacity, rate, killed, back);
            }
        }

        @FunctionalInterface
        private interface Work {
            void run() throws IOException, InterruptedException;
        }

        private static Callable<Boolean> task(Work work) {
            return () -> {
                work.run();
                return true;
            };
        }
    }
}
