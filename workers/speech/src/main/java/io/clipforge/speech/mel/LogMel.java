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
        var all = Samples.of(samples);
        var logs = logs(all, 0, frames(all));
        scale(logs, floor(loudest(logs)));
        return new Spectrogram(bins(), frames(all), logs);
    }

    /**
     * The same, of sound that need not be in memory.
     *
     * @param samples more than 200, open as long as the picture is looked at
     */
    public SoundPicture stream(Samples samples) {
        return new StreamedPicture(this, samples);
    }

    int bins() {
        return filters.bins();
    }

    static int frames(Samples samples) {
        if (samples.length() <= WINDOW / 2) {
            throw new IllegalArgumentException(samples.length() + " samples are too few to mirror");
        }
        return Math.toIntExact(samples.length() / STEP);
    }

    /** Decimal logarithms of power, a row per bin, a column per frame. */
    float[] logs(Samples samples, int from, int count) {
        long first = Math.max(0, (long) from * STEP - WINDOW / 2);
        long end = Math.min(samples.length(), ((long) from + count) * STEP + WINDOW);
        var piece = samples.read(first, (int) (end - first));
        var logs = new float[bins() * count];
        var fourier = new Fourier(WINDOW);
        var weighed = new double[WINDOW];
        var power = new double[FREQUENCIES];
        for (int frame = 0; frame < count; frame++) {
            weigh(piece, first, samples.length() - 1, ((long) from + frame) * STEP, weighed);
            fourier.power(weighed, power);
            for (int bin = 0; bin < bins(); bin++) {
                double gathered = Math.max(filters.gather(bin, power), LEAST_POWER);
                logs[bin * count + frame] = (float) Math.log10(gathered);
            }
        }
        return logs;
    }

    static float loudest(float[] logs) {
        float loudest = Float.NEGATIVE_INFINITY;
        for (float value : logs) {
            loudest = Math.max(loudest, value);
        }
        return loudest;
    }

    static float floor(float loudest) {
        return loudest - DYNAMIC_RANGE;
    }

    static void scale(float[] logs, float floor) {
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (Math.max(logs[i], floor) + 4) / 4;
        }
    }

    /**
     * @param first the number of the piece's first sample
     * @param last the number of the last sample of all
     * @param middle of the window
     */
    private static void weigh(float[] piece, long first, long last, long middle, double[] weighed) {
        for (int i = 0; i < WINDOW; i++) {
            long at = Math.abs(middle - WINDOW / 2 + i);
            long mirrored = at > last ? 2 * last - at : at;
            weighed[i] = HANN[i] * piece[(int) (mirrored - first)];
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
