package io.clipforge.local.bench.longform;

import java.util.Locale;

/**
 * What was seen of a transcription.
 *
 * @param seconds from its start to its end
 * @param steps how often its progress rose
 * @param first seconds until it rose for the first time
 * @param pause seconds at most from one step to the next
 * @param cancelled seconds at most from a cancel to the end
 * @param heap bytes of Java objects, garbage among them, at most at a step
 * @param resident bytes in memory at most
 */
record Seen(
        double seconds,
        int words,
        int steps,
        double first,
        double pause,
        double cancelled,
        long heap,
        long resident) {

    /** As {@link #parse} reads it. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%f %d %d %f %f %f %d %d",
                seconds,
                words,
                steps,
                first,
                pause,
                cancelled,
                heap,
                resident);
    }

    static Seen parse(String line) {
        var all = line.split(" ", -1);
        return new Seen(
                Double.parseDouble(all[0]),
                Integer.parseInt(all[1]),
                Integer.parseInt(all[2]),
                Double.parseDouble(all[3]),
                Double.parseDouble(all[4]),
                Double.parseDouble(all[5]),
                Long.parseLong(all[6]),
                Long.parseLong(all[7]));
    }
}
