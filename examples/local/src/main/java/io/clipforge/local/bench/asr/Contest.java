package io.clipforge.local.bench.asr;

import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Quantiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All engines on the same sound, in turns.
 *
 * @param results ours is the first
 */
record Contest(Setting setting, double soundSeconds, List<Result> results) {
    Contest {
        results = List.copyOf(results);
    }

    /**
     * Of one engine, medians.
     *
     * @param last its last pass
     * @param peak bytes
     */
    record Result(String name, double seconds, double cpu, long peak, Pass last) {}

    /** Each engine goes through the sound once more than there are rounds, to get warm. */
    static Contest run(
            Setting setting, List<Engine> engines, int rounds, double soundSeconds, int tokens)
            throws IOException {
        var passes = new LinkedHashMap<Engine, List<Pass>>();
        for (var engine : engines) {
            require(engine, engine.pass(), tokens);
        }
        for (int round = 0; round < rounds; round++) {
            for (var engine : engines) {
                passes.computeIfAbsent(engine, _ -> new ArrayList<>()).add(engine.pass());
            }
        }
        var results = new ArrayList<Result>();
        for (var it : passes.entrySet()) {
            results.add(result(it));
        }
        return new Contest(setting, soundSeconds, results);
    }

    /** What an engine that wrote less is worth cannot be compared. */
    private static void require(Engine engine, Pass pass, int tokens) throws IOException {
        if (pass.tokens().size() != tokens) {
            throw new IOException(
                    "%s wrote %d tokens instead of %d"
                            .formatted(engine.name(), pass.tokens().size(), tokens));
        }
    }

    private static Result result(Map.Entry<Engine, List<Pass>> passes) throws IOException {
        var all = passes.getValue();
        return new Result(
                passes.getKey().name(),
                Quantiles.of(all.stream().map(Pass::seconds).toList()).median(),
                Quantiles.of(all.stream().map(Pass::cpu).toList()).median(),
                passes.getKey().peak(),
                all.getLast());
    }

    private Result ours() {
        return results.getFirst();
    }

    private List<Result> peers() {
        return results.subList(1, results.size());
    }

    /** At once, for it takes long until all are known. */
    void print() {
        System.out.println(setting);
        for (var it : results) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-14s real-time factor %.4f, CPU %.2f s, peak memory %.0f MB%n",
                    it.name(),
                    it.seconds() / soundSeconds,
                    it.cpu(),
                    it.peak() / 1e6);
        }
    }

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var peer : peers()) {
            figures.add(
                    less(
                            "real-time factor",
                            "ms per s",
                            1e3 * ours().seconds() / soundSeconds,
                            1e3 * peer.seconds() / soundSeconds,
                            peer));
            figures.add(less("CPU", "s", ours().cpu(), peer.cpu(), peer));
            figures.add(less("peak memory", "MB", ours().peak() / 1e6, peer.peak() / 1e6, peer));
            figures.add(
                    Figure.of(
                            setting + ", tokens as " + peer.name(),
                            "%",
                            100 * ours().last().alike(peer.last())));
        }
        return figures;
    }

    /** What is not kept of: as fast, on as many threads, as the faster of the others. */
    Optional<String> broken() {
        var fastest = peers().stream().min(Comparator.comparingDouble(Result::seconds));
        return fastest.filter(it -> it.seconds() < ours().seconds())
                .map(it -> setting + ": it is as fast as " + it.name());
    }

    private Figure less(String what, String unit, double ours, double theirs, Result peer) {
        return Figure.lessIsBetter(setting + ", " + what, unit, ours, theirs, peer.name());
    }
}
