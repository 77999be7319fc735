package io.clipforge.media.render;

/**
 * The clip's frames on the source's clock. It begins where a frame of the source begins, so that
 * each frame of the clip is one of the source and a cut lies between two of them.
 *
 * @param start seconds on the source's clock
 * @param frames at least one
 */
record Timeline(double start, FrameRate rate, int frames) {

    /**
     * @param offset when the source's first frame begins, seconds
     */
    static Timeline of(long startMs, long endMs, double offset, FrameRate rate) {
        double wanted = startMs / 1000.0;
        double start = Math.max(0, offset + rate.seconds((double) rate.frame(wanted - offset)));
        int frames = (int) Math.max(1, rate.frame((endMs - startMs) / 1000.0));
        return new Timeline(start, rate, frames);
    }

    double seconds() {
        return rate.seconds(frames);
    }

    /** Start on the source's clock. */
    long startMs() {
        return Math.round(start * 1000);
    }

    long endMs() {
        return startMs() + Math.round(seconds() * 1000);
    }

    /** The frame at a time of the source, within the clip or just behind it. */
    int frame(long sourceMs) {
        return Math.clamp(rate.frame(sourceMs / 1000.0 - start), 0, frames);
    }

    /** The frame at a time of the clip. */
    int clipFrame(long clipMs) {
        return Math.clamp(rate.frame(clipMs / 1000.0), 0, frames);
    }

    /** When a frame begins, milliseconds on the source's clock. */
    double sourceMs(int frame) {
        return (start + rate.seconds(frame)) * 1000;
    }
}
