package io.clipforge.media;

import java.time.Duration;

/**
 * What one subprocess may use.
 *
 * @param wall time on the clock
 * @param cpu processor time over all threads; whole seconds, rounded up
 * @param fileBytes largest file it may write
 * @param outputBytes most it may print when its output is kept in memory
 */
public record Limits(Duration wall, Duration cpu, long fileBytes, int outputBytes) {
    private static final long GIB = 1L << 30;

    /** A file may declare any length. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final int MIB = 1 << 20;

    public Limits {
        if (!wall.isPositive() || !cpu.isPositive() || fileBytes < 0 || outputBytes < 0) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** A look at a file: a minute. */
    public static Limits glance() {
        return new Limits(Duration.ofMinutes(1), Duration.ofMinutes(2), GIB, 8 * MIB);
    }

    /** A pass over media of this length: slow codecs and small machines included. */
    public static Limits pass(Duration length) {
        var believed = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        var wall = Duration.ofMinutes(2).plus(believed.multipliedBy(8));
        var cores = Runtime.getRuntime().availableProcessors();
        return new Limits(wall, wall.multipliedBy(cores), 64 * GIB, 8 * MIB);
    }

    public Limits withWall(Duration wall) {
        return new Limits(wall, cpu, fileBytes, outputBytes);
    }

    public Limits withCpu(Duration cpu) {
        return new Limits(wall, cpu, fileBytes, outputBytes);
    }

    public Limits withFileBytes(long fileBytes) {
        return new Limits(wall, cpu, fileBytes, outputBytes);
    }

    public Limits withOutputBytes(int outputBytes) {
        return new Limits(wall, cpu, fileBytes, outputBytes);
    }
}
