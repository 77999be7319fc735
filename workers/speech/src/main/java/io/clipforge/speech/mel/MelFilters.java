package io.clipforge.speech.mel;

/**
 * A bank of triangles that gathers frequencies as the ear does: narrow below 1 kHz, wider above.
 *
 * <p>The scale is Slaney's (Auditory Toolbox, 1998): linear up to 1 kHz, logarithmic above; each
 * triangle has the same area, so that wide ones do not count more.
 */
final class MelFilters {
    private static final double LINEAR_STEP_HZ = 200.0 / 3;
    private static final double LOGARITHMIC_FROM_HZ = 1000;
    private static final double LOGARITHMIC_FROM_MEL = LOGARITHMIC_FROM_HZ / LINEAR_STEP_HZ;
    private static final double LOGARITHMIC_STEP = Math.log(6.4) / 27;

    private final int[] first;
    private final float[][] weights;

    /**
     * @param bins how many triangles
     * @param frequencies how many frequencies come in, from 0 Hz to half of the rate
     * @param rate samples a second
     */
    MelFilters(int bins, int frequencies, int rate) {
        first = new int[bins];
        weights = new float[bins][];
        double highest = mel(rate / 2.0);
        for (int bin = 0; bin < bins; bin++) {
            double left = hertz(highest * bin / (bins + 1));
            double middle = hertz(highest * (bin + 1) / (bins + 1));
            double right = hertz(highest * (bin + 2) / (bins + 1));
            put(bin, left, middle, right, frequencies, rate / 2.0 / (frequencies - 1));
        }
    }

    int bins() {
        return weights.length;
    }

    /** How much of a frequency a bin takes. */
    float weight(int bin, int frequency) {
        int at = frequency - first[bin];
        return at < 0 || at >= weights[bin].length ? 0 : weights[bin][at];
    }

    /** What a bin gathers from the power of each frequency. */
    double gather(int bin, double[] power) {
        var taken = weights[bin];
        int from = first[bin];
        double sum = 0;
        for (int i = 0; i < taken.length; i++) {
            sum += taken[i] * power[from + i];
        }
        return sum;
    }

    private void put(
            int bin, double left, double middle, double right, int frequencies, double step) {
        int from = (int) Math.ceil(left / step);
        int to = Math.min(frequencies - 1, (int) Math.floor(right / step));
        var taken = new float[Math.max(0, to - from + 1)];
        for (int i = 0; i < taken.length; i++) {
            double hertz = (from + i) * step;
            double rising = (hertz - left) / (middle - left);
            double falling = (right - hertz) / (right - middle);
            taken[i] = (float) (Math.max(0, Math.min(rising, falling)) * 2 / (right - left));
        }
        first[bin] = from;
        weights[bin] = taken;
    }

    private static double mel(double hertz) {
        return hertz < LOGARITHMIC_FROM_HZ
                ? hertz / LINEAR_STEP_HZ
                : LOGARITHMIC_FROM_MEL + Math.log(hertz / LOGARITHMIC_FROM_HZ) / LOGARITHMIC_STEP;
    }

    private static double hertz(double mel) {
        return mel < LOGARITHMIC_FROM_MEL
                ? mel * LINEAR_STEP_HZ
                : LOGARITHMIC_FROM_HZ * Math.exp((mel - LOGARITHMIC_FROM_MEL) * LOGARITHMIC_STEP);
    }
}
