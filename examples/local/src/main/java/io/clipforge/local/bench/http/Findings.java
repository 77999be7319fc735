package io.clipforge.local.bench.http;

import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Quantiles;
import io.clipforge.local.bench.processes.Memory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What all rounds found. */
final class Findings {
    private static final double MEGABYTE = 1 << 20;
    private static final double HALF = 2;

    private final Contender ours;
    private final List<Contender> peers;
    private final Map<Run, List<Measured>> fast = new HashMap<>();
    private final Map<String, List<Paced>> paced = new HashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    Findings(Field field) {
        ours = field.ours();
        peers = field.peers();
    }

    private record Run(String service, String mix) {}

    /** How many times faster than a peer we want to be. */
    private static double goal(Contender peer) {
        return peer.name().equals(Peer.FASTAPI) ? 3 : 2;
    }

    void add(Contender contender, Mix mix, Measured measured) {
        fast.computeIfAbsent(new Run(contender.name(), mix.name()), _ -> new ArrayList<>())
                .add(measured);
    }

    void add(Contender contender, Paced found) {
        paced.computeIfAbsent(contender.name(), _ -> new ArrayList<>()).add(found);
    }

    double perSecond(Contender contender, Mix mix) {
        return median(runs(contender, mix), Measured::perSecond);
    }

    List<Figure> figures() throws IOException {
        figures.clear();
        missed.clear();
        Mix.ALL.forEach(this::addThroughput);
        addLatencies();
        for (var peer : peers) {
            addCosts(peer);
            figures.add(
                    Figure.lessIsBetter(
                            "memory after the load",
                            "MB",
                            memory(ours),
                            memory(peer),
                            peer.name()));
        }
        figures.add(
                Figure.of(
                        "the load itself, CPU per 1,000 requests",
                        "s",
                        median(pacedOf(ours), Paced::loadPer1000)));
        return List.copyOf(figures);
    }

    /** Goals that were not reached; asked after the figures. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    private void addThroughput(Mix mix) {
        for (var peer : peers) {
            double own = perSecond(ours, mix);
            double theirs = perSecond(peer, mix);
            figures.add(
                    Figure.moreIsBetter(
                            "throughput, " + mix.name(), "requests/s", own, theirs, peer.name()));
            if (mix.equals(Mix.USUAL) && own < goal(peer) * theirs) {
                missed.add(
                        String.format(
                                Locale.ROOT,
                                "throughput of the mix is %.0f times that of %s, but it is %.2f",
                                goal(peer),
                                peer.name(),
                                own / theirs));
            }
        }
    }

    private void addLatencies() {
        for (var peer : peers) {
            figures.add(latency("p50", 0.5, peer));
            figures.add(latency("p99", 0.99, peer));
            double own = ms(ours, 0.99);
            double theirs = ms(peer, 0.99);
            if (own > theirs / HALF) {
                missed.add(
                        String.format(
                                Locale.ROOT,
                                "p99 at equal load is at most half of %s's, but %.1f ms of %.1f ms",
                                peer.name(),
                                own,
                                theirs));
            }
        }
    }

    private Figure latency(String name, double share, Contender peer) {
        return Figure.lessIsBetter(
                "mix at equal load, " + name, "ms", ms(ours, share), ms(peer, share), peer.name());
    }

    private void addCosts(Contender peer) {
        figures.add(cost("CPU of the service", Paced::servicePer1000, peer));
        figures.add(cost("CPU of PostgreSQL", Paced::postgresPer1000, peer));
    }

    private Figure cost(String name, ToDoubleFunction<Paced> value, Contender peer) {
        return Figure.lessIsBetter(
                name + " per 1,000 requests",
                "s",
                median(pacedOf(ours), value),
                median(pacedOf(peer), value),
                peer.name());
    }

    private double ms(Contender contender, double share) {
        return median(pacedOf(contender), it -> it.measured().ms(share));
    }

    private List<Measured> runs(Contender contender, Mix mix) {
        return Objects.requireNonNull(fast.get(new Run(contender.name(), mix.name())));
    }

    private List<Paced> pacedOf(Contender contender) {
        return Objects.requireNonNull(paced.get(contender.name()));
    }

    private static double memory(Contender contender) throws IOException {
        return Memory.ofFamily(contender.service().pid()) / MEGABYTE;
    }

    private static <T> double median(List<T> runs, ToDoubleFunction<T> value) {
        return Quantiles.of(runs.stream().mapToDouble(value).boxed().toList()).median();
    }
}
