package io.clipforge.speech.mel;

import java.util.ArrayList;
import java.util.List;

/**
 * How strong each frequency is in a row of real samples, for lengths that are not powers of two.
 *
 * <p>Two real samples are taken as one complex number, which halves the length; a complex transform
 * of that length is done one factor of two to five at a time (Cooley and Tukey, ordered by Stockham
 * so that nothing is shuffled), and the halves are told apart at the end. Whisper's 400 samples are
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
        private static final double SIN_60 = Math.sqrt(3) / 2;
        private static final double COS_72 = Math.cos(2 * Math.PI / 5);
        private static final double SIN_72 = Math.sin(2 * Math.PI / 5);
        private static final double COS_144 = Math.cos(4 * Math.PI / 5);
        private static final double SIN_144 = Math.sin(4 * Math.PI / 5);

        private final int radix;
        private final int parts;
        private final int stride;
        private final double[] twiddles;

        Stage(int radix, int length, int stride) {
            this.radix = radix;
            this.parts = length / radix;
            this.stride = stride;
            twiddles = roots(length);
        }

        void apply(double[] from, double[] to) {
            int step = 2 * stride * parts; // between what is put together
            for (int part = 0; part < parts; part++) {
                int in = 2 * stride * part;
                int out = radix * in;
                for (int q = 0; q < 2 * stride; q += 2) {
                    switch (radix) {
                        case 2 -> two(from, in + q, step, to, out + q, part);
                        case 3 -> three(from, in + q, step, to, out + q, part);
                        case 4 -> four(from, in + q, step, to, out + q, part);
                        default -> five(from, in + q, step, to, out + q, part);
                    }
                }
            }
        }

        private void two(double[] from, int in, int step, double[] to, int out, int part) {
            double real = from[in + step];
            double imaginary = from[in + step + 1];
            to[out] = from[in] + real;
            to[out + 1] = from[in + 1] + imaginary;
            put(to, out, 1, part, from[in] - real, from[in + 1] - imaginary);
        }

        private void three(double[] from, int in, int step, double[] to, int out, int part) {
            double sumReal = from[in + step] + from[in + 2 * step];
            double sumImaginary = from[in + step + 1] + from[in + 2 * step + 1];
            double sideReal = SIN_60 * (from[in + step] - from[in + 2 * step]);
            double sideImaginary = SIN_60 * (from[in + step + 1] - from[in + 2 * step + 1]);
            double real = from[in] - sumReal / 2;
            double imaginary = from[in + 1] - sumImaginary / 2;
            to[out] = from[in] + sumReal;
            to[out + 1] = from[in + 1] + sumImaginary;
            put(to, out, 1, part, real + sideImaginary, imaginary - sideReal);
            put(to, out, 2, part, real - sideImaginary, imaginary + sideReal);
        }

        private void four(double[] from, int in, int step, double[] to, int out, int part) {
            double evenReal = from[in] + from[in + 2 * step];
            double evenImaginary = from[in + 1] + from[in + 2 * step + 1];
            double oddReal = from[in + step] + from[in + 3 * step];
            double oddImaginary = from[in + step + 1] + from[in + 3 * step + 1];
            double real = from[in] - from[in + 2 * step];
            double imaginary = from[in + 1] - from[in + 2 * step + 1];
            double sideReal = from[in + step] - from[in + 3 * step];
            double sideImaginary = from[in + step + 1] - from[in + 3 * step + 1];
            to[out] = evenReal + oddReal;
            to[out + 1] = evenImaginary + oddImaginary;
            put(to, out, 1, part, real + sideImaginary, imaginary - sideReal);
            put(to, out, 2, part, evenReal - oddReal, evenImaginary - oddImaginary);
            put(to, out, 3, part, real - sideImaginary, imaginary + sideReal);
        }

        private void five(double[] from, int in, int step, double[] to, int out, int part) {
            int last = in + 4 * step;
            int third = in + 3 * step;
            double nearReal = from[in + step] + from[last];
            double nearImaginary = from[in + step + 1] + from[last + 1];
            double farReal = from[in + 2 * step] + from[third];
            double farImaginary = from[in + 2 * step + 1] + from[third + 1];
            double nearSideReal = from[in + step] - from[last];
            double nearSideImaginary = from[in + step + 1] - from[last + 1];
            double farSideReal = from[in + 2 * step] - from[third];
            double farSideImaginary = from[in + 2 * step + 1] - from[third + 1];
            to[out] = from[in] + nearReal + farReal;
            to[out + 1] = from[in + 1] + nearImaginary + farImaginary;
            double real = from[in] + COS_72 * nearReal + COS_144 * farReal;
            double imaginary = from[in + 1] + COS_72 * nearImaginary + COS_144 * farImaginary;
            double sideReal = SIN_72 * nearSideReal + SIN_144 * farSideReal;
            double sideImaginary = SIN_72 * nearSideImaginary + SIN_144 * farSideImaginary;
            put(to, out, 1, part, real + sideImaginary, imaginary - sideReal);
            put(to, out, 4, part, real - sideImaginary, imaginary + sideReal);
            real = from[in] + COS_144 * nearReal + COS_72 * farReal;
            imaginary = from[in + 1] + COS_144 * nearImaginary + COS_72 * farImaginary;
            sideReal = SIN_144 * nearSideReal - SIN_72 * farSideReal;
            sideImaginary = SIN_144 * nearSideImaginary - SIN_72 * farSideImaginary;
            put(to, out, 2, part, real + sideImaginary, imaginary - sideReal);
            put(to, out, 3, part, real - sideImaginary, imaginary + sideReal);
        }

        /** Turns one of the sums by its part of a whole turn. */
        private void put(double[] to, int out, int sum, int part, double real, double imaginary) {
            double cos = twiddles[2 * part * sum];
            double sin = twiddles[2 * part * sum + 1];
            int at = out + 2 * stride * sum;
            to[at] = real * cos - imaginary * sin;
            to[at + 1] = real * sin + imaginary * cos;
        }
    }
}
