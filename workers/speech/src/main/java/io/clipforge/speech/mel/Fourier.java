package io.clipforge.speech.mel;

import java.util.ArrayList;
import java.util.List;

/**
 * How strong each frequency is in a row of real samples, for lengths that are not powers of two.
 *
 * <p>Two real samples are taken as one complex number, which halves the length; a complex transform
 * of that length is done one prime-like factor at a time (Cooley and Tukey, ordered by Stockham so
 * that nothing is shuffled), and the halves are told apart at the end. Whisper's 400 samples are
 * 200 complex numbers are 4 · 2 · 5 · 5.
 *
 * <p>Holds its working memory: one per thread.
 */
final class Fourier {
    private static final int[] RADICES = {4, 2, 3, 5};

    private final int half;
    private final List<Stage> stages;
    private final double[] turn;
    private double[] values;
    private double[] spare;

    /**
     * @param length even; its half has no prime factor above five
     */
    Fourier(int length) {
        if (length < 4 || length % 2 != 0) {
            throw new IllegalArgumentException(length + " is not an even length");
        }
        half = length / 2;
        stages = stages(half);
        turn = roots(length);
        values = new double[2 * half];
        spare = new double[2 * half];
    }

    /**
     * @param samples as many as the length
     * @param power receives the squared magnitude of each frequency from none to half of the
     *     sampling rate: length / 2 + 1 values
     */
    void power(double[] samples, double[] power) {
        System.arraycopy(samples, 0, values, 0, 2 * half);
        for (var stage : stages) {
            stage.apply(values, spare);
            var done = spare;
            spare = values;
            values = done;
        }
        for (int k = 0; k <= half; k++) {
            int at = k == half ? 0 : 2 * k;
            int mirrored = k == 0 || k == half ? 0 : 2 * (half - k);
            double evenReal = (values[at] + values[mirrored]) / 2;
            double evenImaginary = (values[at + 1] - values[mirrored + 1]) / 2;
            double oddReal = (values[at + 1] + values[mirrored + 1]) / 2;
            double oddImaginary = (values[mirrored] - values[at]) / 2;
            double cos = turn[2 * k];
            double sin = turn[2 * k + 1];
            double real = evenReal + oddReal * cos - oddImaginary * sin;
            double imaginary = evenImaginary + oddReal * sin + oddImaginary * cos;
            power[k] = real * real + imaginary * imaginary;
        }
    }

    private static List<Stage> stages(int length) {
        var stages = new ArrayList<Stage>();
        int rest = length;
        int stride = 1;
        for (int radix : RADICES) {
            while (rest % radix == 0) {
                stages.add(new Stage(radix, rest, stride));
                rest /= radix;
                stride *= radix;
            }
        }
        if (rest != 1) {
            throw new IllegalArgumentException(length + " has a prime factor above five");
        }
        return stages;
    }

    /** Cosine and sine of each n-th part of a turn backwards. */
    private static double[] roots(int n) {
        var roots = new double[2 * n];
        for (int k = 0; k < n; k++) {
            double angle = -2 * Math.PI * k / n;
            roots[2 * k] = Math.cos(angle);
            roots[2 * k + 1] = Math.sin(angle);
        }
        return roots;
    }

    /** One factor of the transform: {@code stride} interleaved transforms of {@code length}. */
    private static final class Stage {
        private final int radix;
        private final int parts;
        private final int stride;
        private final double[] small;
        private final double[] twiddles;
        private final double[] real;
        private final double[] imaginary;

        Stage(int radix, int length, int stride) {
            this.radix = radix;
            this.parts = length / radix;
            this.stride = stride;
            small = roots(radix);
            twiddles = roots(length);
            real = new double[radix];
            imaginary = new double[radix];
        }

        void apply(double[] from, double[] to) {
            for (int part = 0; part < parts; part++) {
                for (int q = 0; q < stride; q++) {
                    for (int t = 0; t < radix; t++) {
                        int at = 2 * (q + stride * (part + parts * t));
                        real[t] = from[at];
                        imaginary[t] = from[at + 1];
                    }
                    combine(part, q, to);
                }
            }
        }

        private void combine(int part, int q, double[] to) {
            for (int u = 0; u < radix; u++) {
                double sumReal = real[0];
                double sumImaginary = imaginary[0];
                for (int t = 1, root = u; t < radix; t++, root += u) {
                    if (root >= radix) {
                        root -= radix;
                    }
                    double cos = small[2 * root];
                    double sin = small[2 * root + 1];
                    sumReal += real[t] * cos - imaginary[t] * sin;
                    sumImaginary += real[t] * sin + imaginary[t] * cos;
                }
                double cos = twiddles[2 * part * u];
                double sin = twiddles[2 * part * u + 1];
                int at = 2 * (q + stride * (radix * part + u));
                to[at] = sumReal * cos - sumImaginary * sin;
                to[at + 1] = sumReal * sin + sumImaginary * cos;
            }
        }
    }
}
