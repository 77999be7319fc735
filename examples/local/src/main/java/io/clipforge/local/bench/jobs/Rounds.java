package io.clipforge.local.bench.jobs;

import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What all rounds found, ours and the peer's. */
final class Rounds {
    private static final String CPU = "CPU s per 1,000 jobs";

    private final List<Ours> ours = new ArrayList<>();
    private final List<Bullmq.Measured> peers = new ArrayList<>();

    /**
     * What a round found of ours.
     *
     * @param streaming through Redis alone, submitted meanwhile
     * @param drain through Redis alone, submitted before
     * @param batched committed to PostgreSQL, many in a transaction
     * @param single committed to PostgreSQL, each in a transaction of its own
     * @param paced committed to PostgreSQL, each in a transaction of its own, at an even pace
     */
    record Ours(Flow streaming, Flow drain, Flow batched, Flow single, Paced paced) {}

    void add(Ours round) {
        ours.add(round);
    }

    void add(Bullmq.Measured round) {
        peers.add(round);
    }

    List<Figure> medians() {
        return List.of(
                rate("Redis alone, added meanwhile", Ours::streaming, Bullmq.Measured::streaming),
                rate("Redis alone, a backlog", Ours::drain, Bullmq.Measured::drain),
                rate("durable, 50 in a commit", Ours::batched, Bullmq.Measured::streaming),
                rate("durable, 1 in a commit", Ours::single, Bullmq.Measured::streaming),
                less(
                        "durable at 500/s, call to start, p50",
                        "ms",
                        it -> it.paced().p50Ms(),
                        it -> it.paced().p50Ms()),
                less(
                        "durable at 500/s, call to start, p99",
                        "ms",
                        it -> it.paced().p99Ms(),
                        it -> it.paced().p99Ms()),
                cost("Redis alone, added meanwhile", Ours::streaming, Bullmq.Measured::streaming),
                cost("durable, 50 in a commit", Ours::batched, Bullmq.Measured::streaming),
                cost("durable, 1 in a commit", Ours::single, Bullmq.Measured::streaming),
                less(
                        "durable at 500/s",
                        CPU,
                        it -> it.paced().cpuSecondsPer1000(),
                        it -> it.paced().cpuSecondsPer1000()));
    }

    /** Picks one flow of a round. */
    @FunctionalInterface
    private interface Pick<T> {
        Flow of(T round);
    }

    private Figure rate(String name, Pick<Ours> own, Pick<Bullmq.Measured> peer) {
        return Figure.moreIsBetter(
                name,
                "jobs/s",
                median(ours, it -> own.of(it).jobsPerSecond()),
                median(peers, it -> peer.of(it).jobsPerSecond()),
                Bullmq.NAME);
    }

    private Figure cost(String name, Pick<Ours> own, Pick<Bullmq.Measured> peer) {
        return less(
                name,
                CPU,
                it -> own.of(it).cpuSecondsPer1000(),
                it -> peer.of(it).cpuSecondsPer1000());
    }

    private Figure less(
            String name,
            String unit,
            ToDoubleFunction<Ours> own,
            ToDoubleFunction<Bullmq.Measured> peer) {
        return Figure.lessIsBetter(name, unit, median(ours, own), median(peers, peer), Bullmq.NAME);
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> value) {
        return Quantiles.of(rounds.stream().mapToDouble(value).boxed().toList()).median();
    }
}
