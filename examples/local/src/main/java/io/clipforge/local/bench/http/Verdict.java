package io.clipforge.local.bench.http;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Which promises a soak has kept. */
final class Verdict {
    /** By how much what should be flat may rise over the time that is judged. */
    private static final double FLAT = 0.05;

    /** A process is judged that lived for this share of the soak. */
    private static final double LONG_ENOUGH = 0.5;

    private static final int FEWEST_SAMPLES = 6;
    private static final double MEGABYTE = 1 << 20;
    private static final double NANOS = 1e9;

    private final List<Plane> replicas;
    private final Watch watch;
    private final Duration length;
    private final Customers customers;
    private final Books books;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /**
     * @param length of the soak
     */
    Verdict(List<Plane> replicas, Watch watch, Duration length, Customers customers, Books books) {
        this.replicas = replicas;
        this.watch = watch;
        this.length = length;
        this.customers = customers;
        this.books = books;
    }

    /**
     * @param killed when the first replica was killed
     * @param back when it answered again
     */
    Outcome outcome(double capacity, int rate, long killed, long back)
            throws IOException, SQLException, InterruptedException {
        figures.add(Figure.of("capacity of two replicas", "requests/s", capacity));
        figures.add(Figure.of("load", "requests/s", rate));
        figures.add(Figure.of("answered", "requests", (double) customers.answered()));
        judgeAnswers(killed, back);
        judgeCreates();
        for (var replica : replicas) {
            watch.of(replica).forEach(this::judgeProcess);
        }
        judgeConnections();
        return new Outcome(figures, broken);
    }

    private void judgeAnswers(long killed, long back) {
        customers.complaints().forEach(it -> broken.add("no request fails: " + it));
        figures.add(Figure.of("from kill -9 until it answers again", "s", (back - killed) / NANOS));
        figures.add(Figure.of("connections cut by it", "", customers.cuts().size()));
        customers.cuts().stream()
                .filter(it ->
                        !it.replica().equals(replicas.getFirst())
                                || it.nanos() < killed
                                || it.nanos() > back + Duration.ofSeconds(1).toNanos())
                .map(it -> it.replica().member().incarnation() + ": " + it.reason())
                .distinct()
                .forEach(it -> broken.add("only the one that is killed cuts off: " + it));
    }

    private void judgeCreates() {
        var acknowledged = customers.acknowledged();
        var lost = books.lost(acknowledged);
        var doubled = books.doubled();
        figures.add(Figure.of("acknowledged creates", "", acknowledged.size()));
        figures.add(Figure.of("of these lost", "", lost.size()));
        figures.add(Figure.of("done twice", "", doubled.size()));
        lost.forEach(it -> broken.add("no acknowledged create is lost: " + it));
        doubled.forEach(it -> broken.add("nothing is created twice: " + it));
    }

    private void judgeProcess(List<Vitals> samples) {
        var name = samples.getFirst().process();
        // it takes a while until a new process has seen everything once
        var settled = samples.subList(samples.size() / 3, samples.size());
        if (seconds(samples) < LONG_ENOUGH * length.toSeconds()
                || settled.size() < FEWEST_SAMPLES) {
            System.out.println(name + " did not run long enough to tell whether it is flat");
            return;
        }
        judgeFlat(name, "live heap", "MB", settled, it -> it.liveBytes() / MEGABYTE);
        judgeFlat(name, "threads", "", settled, Vitals::threads);
        System.out.println(name + " began " + begun(settled));
    }

    /** The threads that were there at the end but not in the beginning, without their numbers. */
    private static Map<String, Long> begun(List<Vitals> samples) {
        var before = samples.getFirst().threadNames();
        return samples.getLast().threadNames().stream()
                .filter(it -> !before.contains(it))
                .collect(groupingBy(it -> it.replaceAll("\\d+", "N"), TreeMap::new, counting()));
    }

    private void judgeFlat(
            String replica,
            String what,
            String unit,
            List<Vitals> samples,
            ToDoubleFunction<Vitals> value) {
        var trend = Trend.of(samples, Vitals::seconds, value);
        double seconds = seconds(samples);
        figures.add(
                Figure.of(
                        String.format(
                                Locale.ROOT,
                                "%s, %s at the end; %+.1f %% in %.0f s",
                                replica,
                                what,
                                100 * trend.growth(),
                                seconds),
                        unit,
                        trend.to()));
        if (trend.growth() > FLAT) {
            broken.add(
                    String.format(
                            Locale.ROOT,
                            "%s of %s rise by at most %.0f %%, but went from %.1f to %.1f",
                            what,
                            replica,
                            100 * FLAT,
                            trend.from(),
                            trend.to()));
        }
    }

    private static double seconds(List<Vitals> samples) {
        return samples.getLast().seconds() - samples.getFirst().seconds();
    }

    /** When nobody asks any more, nobody holds a connection. */
    private void judgeConnections() throws IOException, SQLException, InterruptedException {
        int open = watch.connections();
        int held = watch.heldThroughout();
        figures.add(Figure.of("connections to PostgreSQL at the end", "", open));
        figures.add(Figure.of("of these held after the load", "", held));
        if (open > Plane.POOL * replicas.size()) {
            broken.add("%d connections are open, more than the pools hold".formatted(open));
        }
        watch.open().forEach(it -> System.out.println("in a transaction at the end: " + it));
        watch.forgotten().forEach(it -> broken.add("every transaction ends, but not after " + it));
        if (held > 0) {
            broken.add("%d connections are held although nobody asks".formatted(held));
        }
    }
}
