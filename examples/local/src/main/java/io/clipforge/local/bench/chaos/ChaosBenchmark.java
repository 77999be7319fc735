package io.clipforge.local.bench.chaos;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Quantiles;
import io.clipforge.local.bench.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Kills, freezes and cuts off the parts of the product while it works for a customer, and counts
 * what was lost, what was done twice, and how long work lay about.
 */
public final class ChaosBenchmark implements Benchmark {
    /** It prints a page for every connection that is refused, and here that is wanted. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private static final int JOBS_PER_INGEST = 4;
    private static final Duration GOAL = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "chaos";
    }

    @Override
    public String summary() {
        return "two control planes and three fleets, killed, frozen and cut off while they work";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        long seed = options.number("seed", ThreadLocalRandom.current().nextInt(1_000_000));
        var length = Duration.ofSeconds(options.number("seconds", 120));
        int jobs = (int) options.number("jobs", 1_000);
        int inFlight = (int) options.number("in-flight", 8);
        var plan = Plan.of(seed, length);
        DRIVER.setLevel(Level.OFF);
        System.out.printf(
                "seed %d: %d faults in %d s; the same seed gives the same faults%n",
                seed, plan.steps().size(), length.toSeconds());
        try (var stage = Stage.open(name())) {
            stage.keep(); // unless all went well, a person wants to see the logs
            var crew = Crew.start(stage);
            var progress = stage.endsWithThis(new Progress(crew.servers()));
            int ingests = Math.ceilDiv(jobs, JOBS_PER_INGEST);
            var load = Load.prepare(crew, progress, ingests, inFlight, stage.folder());
            var tormentor = new Tormentor(crew);
            run(load, tormentor, plan);
            var outcome = judge(crew, load, progress.drained(DRAIN), tormentor.incidents());
            if (outcome.broken().isEmpty()) {
                stage.discard();
            } else {
                System.err.println("What was left is in " + stage.folder());
            }
            return outcome;
        }
    }

    private static void run(Load load, Tormentor tormentor, Plan plan)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var loading =
                    threads.submit(() -> {
                        load.run();
                        return null;
                    });
            var tormenting =
                    threads.submit(() -> {
                        tormentor.torment(plan);
                        return null;
                    });
            tormenting.get();
            loading.get();
        }
    }

    private static Outcome judge(Crew crew, Load load, boolean drained, List<Incident> incidents)
            throws SQLException, InterruptedException {
        var broken = new ArrayList<String>();
        if (!drained) {
            broken.add("not everything has ended " + DRAIN.toSeconds() + " s after the last fault");
        }
        broken.addAll(new Invariants(crew).check(load));
        try (var connection = crew.servers().superuser()) {
            var recovery = Recovery.look(connection, incidents);
            var figures = new ArrayList<Figure>();
            figures.add(count("jobs", connection, "select count(*) from jobs"));
            figures.add(
                    count(
                            "runs that were not the last of their job",
                            connection,
                            "select count(*) from job_attempts"));
            figures.add(Figure.of("faults", "", incidents.size()));
            addRecovery(figures, "recovery after kill -9", recovery.undisturbed());
            addRecovery(
                    figures,
                    "recovery after kill -9 with Redis or PostgreSQL away in between",
                    recovery.duringOutage());
            figures.add(
                    Figure.of(
                            "objects of runs that did not succeed",
                            "",
                            Objects.look(
                                            connection,
                                            crew.servers().queueAndStorage(),
                                            crew.organization())
                                    .leftOver()
                                    .size()));
            requireGoal(recovery, broken);
            return new Outcome(figures, broken);
        }
    }

    private static void requireGoal(Recovery recovery, List<String> broken) {
        if (!recovery.undisturbed().isEmpty()) {
            double p99 = Quantiles.of(recovery.undisturbed()).at(0.99);
            if (p99 > GOAL.toSeconds()) {
                broken.add(
                        "a job whose worker was killed starts again within %d s, but took %.1f s"
                                .formatted(GOAL.toSeconds(), p99));
            }
        }
    }

    private static void addRecovery(List<Figure> figures, String name, List<Double> times) {
        figures.add(Figure.of(name + ", jobs", "", times.size()));
        if (!times.isEmpty()) {
            var quantiles = Quantiles.of(times);
            figures.add(Figure.of(name + ", p50", "s", quantiles.at(0.5)));
            figures.add(Figure.of(name + ", p99", "s", quantiles.at(0.99)));
        }
    }

    private static Figure count(String name, Connection connection, String question)
            throws SQLException {
        return Figure.of(name, "", (double) Rows.number(connection, question));
    }
}
