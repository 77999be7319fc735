package io.clipforge.speech.speakers;

import io.clipforge.speech.mel.FilterBank;

/** When frames are: each stands for 10 ms around its middle, 12.5 ms from its first sample. */
final class Frames {
    private static final double MIDDLE = 1.25;
    private static final double START = MIDDLE - 0.5;

    private Frames() {}

    /** The frame whose middle is at a time, seconds, or next after it. */
    static int at(double seconds) {
        return Math.max(0, (int) Math.ceil(seconds * FilterBank.RATE - MIDDLE));
    }

    /** Seconds, where what a frame stands for begins. */
    static double start(int frame) {
        return (frame + START) / FilterBank.RATE;
    }
}
