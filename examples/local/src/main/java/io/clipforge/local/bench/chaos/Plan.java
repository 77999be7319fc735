package io.clipforge.local.bench.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What goes wrong when. The same seed and length give the same plan; each kind of fault comes once
 * before any comes again, as far as the time goes.
 */
record Plan(List<Step> steps) {
    private static final Duration QUIET_START = Duration.ofSeconds(5);

    /** A process that was killed must first be back to be hit again. */
    private static final Duration START_UP = Duration.ofSeconds(10);

    /**
     * One fault.
     *
     * @param at since the beginning
     */
    record Step(Duration at, Fault fault) {
        Duration end() {
            return at.plus(fault.lasts());
        }

        /** When whoever is hit is probably back. */
        Duration back() {
            return fault instanceof Fault.Kill ? end().plus(START_UP) : end();
        }
    }

    private enum Kind {
        KILL_FLEET(6),
        FREEZE_FLEET(3),
        KILL_CONTROL_PLANE(1),
        FREEZE_CONTROL_PLANE(2),
        CUT_REDIS(2),
        FLUSH_REDIS(2),
        CRASH_POSTGRES(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static Plan of(long seed, Duration length) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        var busyUntil = new EnumMap<Target, Duration>(Target.class);
        var due = new ArrayList<>(List.of(Kind.values()));
        for (var at = QUIET_START;
                at.compareTo(length) < 0;
                at = at.plus(millis(random, 2_000, 6_000))) {
            var kind = due.isEmpty() ? weighted(random) : due.get(random.nextInt(due.size()));
            var step = new Step(at, fault(kind, random));
            if (step.end().compareTo(length) < 0 && free(step, busyUntil)) {
                steps.add(step);
                busyUntil.put(step.fault().target(), step.back());
                due.remove(kind);
            }
        }
        return new Plan(List.copyOf(steps));
    }

    private static boolean free(Step step, Map<Target, Duration> busyUntil) {
        var until = busyUntil.getOrDefault(step.fault().target(), Duration.ZERO);
        return until.compareTo(step.at()) <= 0;
    }

    private static Kind weighted(Random random) {
        int left = random.nextInt(Arrays.stream(Kind.values()).mapToInt(it -> it.weight).sum());
        for (var kind : Kind.values()) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private static Fault fault(Kind kind, Random random) {
        return switch (kind) {
            case KILL_FLEET -> new Fault.Kill(fleet(random), millis(random, 500, 3_000));
            case FREEZE_FLEET -> new Fault.Freeze(fleet(random), millis(random, 1_000, 10_000));
            case KILL_CONTROL_PLANE ->
                    new Fault.Kill(controlPlane(random), millis(random, 500, 3_000));
            case FREEZE_CONTROL_PLANE ->
                    new Fault.Freeze(controlPlane(random), millis(random, 1_000, 10_000));
            case CUT_REDIS -> new Fault.CutRedis(millis(random, 1_000, 3_000));
            case FLUSH_REDIS -> new Fault.FlushRedis();
            case CRASH_POSTGRES -> new Fault.CrashPostgres();
        };
    }

    private static Target fleet(Random random) {
        return one(Arrays.stream(Target.values()).filter(Target::fleet).toList(), random);
    }

    private static Target controlPlane(Random random) {
        return one(Arrays.stream(Target.values()).filter(Target::controlPlane).toList(), random);
    }

    private static Target one(List<Target> targets, Random random) {
        return targets.get(random.nextInt(targets.size()));
    }

    private static Duration millis(Random random, int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }
}
