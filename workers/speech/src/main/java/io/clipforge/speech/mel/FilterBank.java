package io.clipforge.speech.mel;

/**
 * The logarithm of the power in each of some bands, every 10 ms: what networks that know speakers
 * by their voices listen to.
 *
 * <p>As Kaldi computes it ({@code compute-fbank-feats} without dither, Hamming window): of 25 ms of
 * sound the mean is taken off, high frequencies are raised (pre-emphasis 0.97), 512 frequencies are
 * gathered by triangles that are equally wide on the mel scale of O'Shaughnessy, 1127 ln(1 + f /
 * 700), and the natural logarithm is taken. A frame begins with its first sample: only whole
 * windows count, and the middle of frame n is at 10 n + 12.5 ms.
 */
public final class FilterBank {
    /** Frames a second. */
    public static final int RATE = 100;

    private static final int WINDOW = 400;
    private static final int STEP = LogMel.RATE / RATE;
    private static final int LENGTH = 512;
    private static final double EMPHASIS = 0.97;

    /** Kaldi's samples are integers of 16 bits. */
    private static final double FULL_SCALE = 32_768;

    private static final double LEAST_POWER = Math.ulp(1f);
    private static final double[] HAMMING = hamming();

    private final int[] first;
    private final double[][] weights;

    /**
     * @param bins how many bands
     * @param lowest hertz, where the first begins
     * @param highest hertz, where the last ends; at most 8000
     */
    public FilterBank(int bins, double lowest, double highest) {
        if (bins < 1 || lowest < 0 || lowest >= highest || highest > LogMel.RATE / 2.0) {
            throw new IllegalArgumentException(
                    "no %d bands from %s to %s Hz".formatted(bins, lowest, highest));
        }
        first = new int[bins];
        weights = new double[bins][];
        double step = (mel(highest) - mel(lowest)) / (bins + 1);
        for (int bin = 0; bin < bins; bin++) {
            put(bin, mel(lowest) + bin * step, step);
        }
    }

    public int bins() {
        return weights.length;
    }

    /** How many whole windows there are. */
    public static int frames(long samples) {
        return samples < WINDOW ? 0 : Math.toIntExact(1 + (samples - WINDOW) / STEP);
    }

    /**
     * @param from first frame
     * @param count so many that there are
     * @return frame after frame, lowest band first
     */
    public float[] logs(Samples sound, int from, int count) {
        var logs = new float[count * bins()];
        if (count == 0) {
            return logs;
        }
        var piece = sound.read((long) from * STEP, (count - 1) * STEP + WINDOW);
        var fourier = new Fourier(LENGTH);
        var weighed = new double[LENGTH];
        var power = new double[LENGTH / 2 + 1];
        for (int frame = 0; frame < count; frame++) {
            weigh(piece, frame * STEP, weighed);
            fourier.power(weighed, power);
            for (int bin = 0; bin < bins(); bin++) {
                logs[frame * bins() + bin] = (float) Math.log(gather(bin, power));
            }
        }
        return logs;
    }

    /**
     * What white noise gives in each band.
     *
     * @param level root of the mean square, 0 to 1
     * @return logarithms of the power that is expected
     */
    public double[] whiteNoise(double level) {
        double sum = 0;
        for (double weight : HAMMING) {
            sum += weight * weight;
        }
        double flat = level * level * FULL_SCALE * FULL_SCALE * sum;
        var power = new double[LENGTH / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            double turn = 2 * Math.PI * k / LENGTH;
            power[k] = flat * (1 + EMPHASIS * EMPHASIS - 2 * EMPHASIS * Math.cos(turn));
        }
        var logs = new double[bins()];
        for (int bin = 0; bin < logs.length; bin++) {
            logs[bin] = Math.log(gather(bin, power));
        }
        return logs;
    }

    private double gather(int bin, double[] power) {
        double sum = 0;
        for (int i = 0; i < weights[bin].length; i++) {
            sum += weights[bin][i] * power[first[bin] + i];
        }
        return Math.max(sum, LEAST_POWER);
    }

    private static void weigh(float[] piece, int from, double[] weighed) {
        double mean = 0;
        for (int i = 0; i < WINDOW; i++) {
            mean += piece[from + i];
        }
        mean /= WINDOW;
        double before = piece[from] - mean;
        for (int i = 0; i < WINDOW; i++) {
            double sample = piece[from + i] - mean;
            weighed[i] = HAMMING[i] * FULL_SCALE * (sample - EMPHASIS * before);
            before = sample;
        }
    }

    /** The triangle rises for one step and falls for one; the highest frequency is in none. */
    private void put(int bin, double left, double step) {
        int from = 0;
        while (from < LENGTH / 2 && mel(hertz(from)) <= left) {
            from++;
        }
        int to = from;
        while (to < LENGTH / 2 && mel(hertz(to)) < left + 2 * step) {
            to++;
        }
        first[bin] = from;
        weights[bin] = new double[to - from];
        for (int i = 0; i < to - from; i++) {
            double at = (mel(hertz(from + i)) - left) / step;
            weights[bin][i] = Math.min(at, 2 - at);
        }
    }

    private static double hertz(int frequency) {
        return (double) frequency * LogMel.RATE / LENGTH;
    }

    private static double mel(double hertz) {
        return 1127 * Math.log1p(hertz / 700);
    }

    private static double[] hamming() {
        var window = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
        }
        return window;
    }
}
