package io.clipforge.fleet.rank;

/** What those who watched live wrote: not the words, only how many at once. */
final class ChatFeatures {
    private static final int BURST_SECONDS = 5;

    /** People need time to see, to think and to type. */
    private static final int LATE_SECONDS = 8;

    /** Fewer than these are no burst, however quiet it is otherwise. */
    private static final int LEAST = 5;

    /** So many times as many as usual is as much as it counts. */
    private static final double FULL = 8;

    private final RunningSum messages;
    private final double usual;

    ChatFeatures(Material material) {
        int seconds = Math.toIntExact(material.durationMs() / 1000) + LATE_SECONDS + 1;
        var each = new int[seconds];
        material.chat().offsetsMs().stream()
                .filter(it -> it >= 0 && it / 1000 < seconds)
                .forEach(it -> each[(int) (it / 1000)]++);
        messages = new RunningSum(seconds, i -> each[i]);
        usual = messages.between(0, seconds) * BURST_SECONDS / seconds;
    }

    /**
     * The busiest {@value #BURST_SECONDS} seconds from its start until {@value #LATE_SECONDS}
     * seconds behind its end, against those of the whole asset on average: 0 up to as many, 1 at
     * eight times as many, by the logarithm between; 0 where few or none were given.
     */
    double burst(Window window) {
        double most = 0;
        long last = (window.endMs() + 999) / 1000 + LATE_SECONDS - BURST_SECONDS;
        for (long from = window.startMs() / 1000; from <= last; from++) {
            most = Math.max(most, messages.between(from, from + BURST_SECONDS));
        }
        return most < LEAST ? 0 : Math.clamp(Math.log(most / usual) / Math.log(FULL), 0.0, 1.0);
    }
}
