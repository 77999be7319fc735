package io.clipforge.speech;

import io.clipforge.speech.mel.Spectrogram;

/** Frames of 10 ms and seconds. */
final class Seconds {
    private Seconds() {}

    static double of(int frames) {
        return (double) frames / Spectrogram.RATE;
    }

    /** The nearest frame; of two, the even one. */
    static int frames(double seconds) {
        return (int) Math.rint(seconds * Spectrogram.RATE);
    }

    /** To the next hundredth. */
    static double rounded(double seconds) {
        return Math.rint(seconds * Spectrogram.RATE) / Spectrogram.RATE;
    }
}
