package io.clipforge.local.bench.jobs;

import io.clipforge.local.Servers;
import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import java.util.List;

/**
 * Ours beside BullMQ: one machine, one Redis, both warm, in turns, the median of all rounds. Ours
 * is this JVM, callers, control plane and worker together; the peer has a process for the producer
 * and one for the worker, since each can use one core only, and its best setting of several counts.
 * BullMQ keeps jobs in Redis only, so ours is measured without PostgreSQL as well as with it.
 */
public final class JobsBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final int JOBS = 20_000;
    private static final int WARM_UP = 5_000;
    private static final int RATE = 500;
    private static final int PACED_SECONDS = 20;
    private static final int BATCH = 50;
    private static final int BATCHING_CALLERS = 4;
    private static final int SINGLE_CALLERS = 32;

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String summary() {
        return "no-op jobs, how many and how soon, beside BullMQ on the same Redis";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        int jobs = (int) options.number("jobs", JOBS);
        int rounds = (int) options.number("rounds", ROUNDS);
        int seconds = (int) options.number("seconds", PACED_SECONDS);
        var found = new Rounds();
        try (var stage = Stage.open(name())) {
            var bullmq = stage.endsWithThis(Bullmq.in(stage.folder().resolve("bullmq")));
            var servers = stage.servers();
            for (int i = 0; i < rounds; i++) {
                System.out.printf("round %d of %d%n", i + 1, rounds);
                boolean peerFirst = i % 2 == 0;
                if (peerFirst) {
                    found.add(peer(bullmq, servers, jobs, seconds));
                }
                found.add(ours(servers, jobs, seconds));
                if (!peerFirst) {
                    found.add(peer(bullmq, servers, jobs, seconds));
                }
            }
        }
        return Outcome.of(found.medians());
    }

    private static Bullmq.Measured peer(Bullmq bullmq, Servers servers, int jobs, int seconds)
            throws Exception {
        return bullmq.measure(
                servers.redisUrl(),
                List.of(
                        "--jobs",
                        Integer.toString(jobs),
                        "--rate",
                        Integer.toString(RATE),
                        "--seconds",
                        Integer.toString(seconds)));
    }

    private static Rounds.Ours ours(Servers servers, int jobs, int seconds) throws Exception {
        Flow streaming;
        Flow drain;
        // one after the other: the control plane would read the reports of the first
        try (var dispatch = new Dispatch(servers.redisUrl(), servers.redisPid())) {
            dispatch.streaming(WARM_UP);
            streaming = dispatch.streaming(jobs);
            drain = dispatch.drain(jobs);
        }
        try (var durable = Durable.start(servers)) {
            durable.inTransactionsOf(BATCH, BATCHING_CALLERS, WARM_UP);
            durable.inTransactionsOf(1, SINGLE_CALLERS, WARM_UP);
            return new Rounds.Ours(
                    streaming,
                    drain,
                    durable.inTransactionsOf(BATCH, BATCHING_CALLERS, jobs),
                    durable.inTransactionsOf(1, SINGLE_CALLERS, jobs),
                    durable.paced(RATE, seconds));
        }
    }
}
