package io.clipforge.local.bench.http;

import io.clipforge.local.bench.Options;
import java.io.IOException;
import java.time.Duration;

/**
 * Load on a service until it gets no faster: five looks in a row that are no better, by a
 * twentieth, than the best before. A compiler that works beside its program on two cores needs a
 * minute or two; whoever compiles nothing is warm at once.
 *
 * @param longest then it is as warm as it gets
 */
record WarmUp(Duration look, Duration longest) {
    private static final int LOOK_SECONDS = 10;
    private static final int LONGEST_SECONDS = 240;
    private static final double BETTER = 1.05;
    private static final int LOOKS_WITHOUT_GAIN = 5;

    static WarmUp of(Options options) {
        return new WarmUp(
                Duration.ofSeconds(LOOK_SECONDS),
                Duration.ofSeconds(options.number("warm-up", LONGEST_SECONDS)));
    }

    /** One look: how many requests a second are answered within this time. */
    @FunctionalInterface
    interface Look {
        double perSecond(Duration length) throws IOException, InterruptedException;
    }

    /** Returns the best that was seen, requests a second. */
    double warm(Load load, Mix mix) throws IOException, InterruptedException {
        return warm(it -> load.asFastAsPossible(mix, it).perSecond());
    }

    double warm(Look at) throws IOException, InterruptedException {
        double best = 0;
        int withoutGain = 0;
        long looks = Math.max(1, longest.dividedBy(look));
        for (int i = 0; i < looks && withoutGain < LOOKS_WITHOUT_GAIN; i++) {
            double perSecond = at.perSecond(look);
            withoutGain = perSecond > best * BETTER ? 0 : withoutGain + 1;
            best = Math.max(best, perSecond);
        }
        System.out.printf("  warm at %.0f requests/s%n", best);
        return best;
    }
}
