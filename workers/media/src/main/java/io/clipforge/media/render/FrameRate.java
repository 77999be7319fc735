package io.clipforge.media.render;

import java.util.stream.Stream;

/** Frames per second, exactly. */
record FrameRate(int numerator, int denominator) {
    private static final double MOST = 60.5;
    private static final double LEAST = 10;

    /** Averages are counted over short files. */
    private static final double SAME = 0.002;

    private static final double NEAR = 0.0005;

    FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("no rate: " + numerator + "/" + denominator);
        }
    }

    /**
     * The constant rate for a source: its own when that is constant, the next usual one when it
     * varies. Above 60 every second, third … frame is taken; a slide show is sped up until captions
     * can change in time.
     *
     * @param base the rate at which every time stamp of the source can be told
     * @param average frames by seconds
     */
    static FrameRate constant(FrameRate base, double average) {
        boolean even = Math.abs(base.perSecond() - average) <= SAME * average;
        var rate = even ? base : usual(average);
        int faster = (int) Math.ceil(LEAST / rate.perSecond());
        int slower = (int) Math.ceil(rate.perSecond() / MOST);
        return new FrameRate(rate.numerator * faster, rate.denominator * slower);
    }

    double perSecond() {
        return (double) numerator / denominator;
    }

    double seconds(double frames) {
        return frames * denominator / numerator;
    }

    /** The frame whose beginning is nearest. */
    long frame(double seconds) {
        return Math.round(seconds * numerator / denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static FrameRate usual(double average) {
        return Stream.of(
                        new FrameRate(24000, 1001),
                        new FrameRate(24, 1),
                        new FrameRate(25, 1),
                        new FrameRate(30000, 1001),
                        new FrameRate(30, 1),
                        new FrameRate(50, 1),
                        new FrameRate(60000, 1001))
                .filter(it -> it.perSecond() >= average * (1 - NEAR))
                .findFirst()
                .orElse(new FrameRate(60, 1));
    }
}
