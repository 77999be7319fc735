package io.clipforge.speech.mel;

/**
 * A picture of sound: a row per mel bin, lowest first, and a column per 10 ms. Its values are about
 * -1 to 2: loudness in steps of 40 dB, none more than 80 dB below the loudest.
 */
public final class Spectrogram implements SoundPicture {
    /** Frames a second. */
    public static final int RATE = 100;

    private final int bins;
    private final int frames;
    private final float[] values;

    /**
     * @param values row after row; not copied
     */
    public Spectrogram(int bins, int frames, float[] values) {
        if (bins < 1 || frames < 0 || values.length != bins * frames) {
            throw new IllegalArgumentException(
                    bins + " bins of " + frames + " frames are not " + values.length + " values");
        }
        this.bins = bins;
        this.frames = frames;
        this.values = values;
    }

    @Override
    public int bins() {
        return bins;
    }

    @Override
    public int frames() {
        return frames;
    }

    public float value(int bin, int frame) {
        return values[bin * frames + frame];
    }

    /** Row after row; not a copy. */
    public float[] values() {
        return values;
    }

    @Override
    public Spectrogram window(int from, int length) {
        var window = new float[bins * length];
        int there = Math.clamp(frames - from, 0, length);
        for (int bin = 0; there > 0 && bin < bins; bin++) {
            System.arraycopy(values, bin * frames + from, window, bin * length, there);
        }
        return new Spectrogram(bins, length, window);
    }
}
