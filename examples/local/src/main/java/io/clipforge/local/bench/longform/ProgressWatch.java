package io.clipforge.local.bench.longform;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.DoubleConsumer;

/** How steadily work goes on. One thread tells of the steps. */
final class ProgressWatch implements DoubleConsumer {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private final long begun = System.nanoTime();
    private double reached;
    private int steps;
    private double first;
    private double last;
    private double longest;
    private long heap;

    @Override
    public void accept(double share) {
        if (share <= reached) {
            return;
        }
        double now = (System.nanoTime() - begun) / 1e9;
        if (steps == 0) {
            first = now;
        } else {
            longest = Math.max(longest, now - last);
        }
        heap = Math.max(heap, MEMORY.getHeapMemoryUsage().getUsed());
        reached = share;
        last = now;
        steps++;
    }

    /** How often it went on. */
    int steps() {
        return steps;
    }

    /** Seconds until it went on for the first time. */
    double untilFirst() {
        return first;
    }

    /** Seconds between two steps at most. */
    double longest() {
        return longest;
    }

    /** Bytes of Java objects, garbage among them, at most at a step. */
    long heap() {
        return heap;
    }
}
