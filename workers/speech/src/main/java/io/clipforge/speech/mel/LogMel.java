package io.clipforge.speech.mel;

/**
 * Makes Whisper's picture of sound.
 *
 * <p>Every 10 ms, 25 ms of sound are weighed with a Hann window, their frequencies gathered into
 * mel bins, and the power told as a logarithm. What is more than 80 dB below the loudest is raised
 * to it, and the values are scaled to about -1 to 1, as they were when the model learned. Before
 * the first sample and after the last, sound is mirrored.
 */
public final class LogMel {
    /** Samples a second. */
    public static final int RATE = 16_000;

    private static final int WINDOW = 400;
    private static final int STEP = RATE / Spectrogram.RATE;
    private static final int FREQUENCIES = WINDOW / 2 + 1;
    private static final double LEAST_POWER = 1e-10;
    private static final float DYNAMIC_RANGE = 8;
    private static final double[] HANN = hann();

    private final MelFilters filters;

    /**
     * @param bins 80, or 128 for the large models from the third on
     */
    public LogMel(int bins) {
        filters = new MelFilters(bins, FREQUENCIES, RATE);
    }

    /**
     * @param samples mono, 16 kHz, -1 to 1; more than 200
     * @return a frame for each 160 samples
     */
    public Spectrogram of(float[] samples) {
        if (samples.length <= WINDOW / 2) {
            throw new IllegalArgumentException(samples.length + " samples are too few to mirror");
        }
        int frames = samples.length / STEP;
        int bins = filters.bins();
        var values = new float[bins * frames];
        var fourier = new Fourier(WINDOW);
        var weighed = new double[WINDOW];
        var power = new double[FREQUENCIES];
        float loudest = Float.NEGATIVE_INFINITY;
        for (int frame = 0; frame < frames; frame++) {
            weigh(samples, frame * STEP - WINDOW / 2, weighed);
            fourier.power(weighed, power);
            for (int bin = 0; bin < bins; bin++) {
                double gathered = filters.gather(bin, power);
                float value = (float) Math.log10(Math.max(gathered, LEAST_POWER));
                values[bin * frames + frame] = value;
                loudest = Math.max(loudest, value);
            }
        }
        scale(values, loudest - DYNAMIC_RANGE);
        return new Spectrogram(bins, frames, values);
    }

    private static void weigh(float[] samples, int from, double[] weighed) {
        int last = samples.length - 1;
        for (int i = 0; i < WINDOW; i++) {
            int at = Math.abs(from + i);
            weighed[i] = HANN[i] * samples[at > last ? 2 * last - at : at];
        }
    }

    private static void scale(float[] values, float floor) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (Math.max(values[i], floor) + 4) / 4;
        }
    }

    /** Periodic: the first value of the next window would follow the last. */
    private static double[] hann() {
        var window = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
        return window;
    }
}
