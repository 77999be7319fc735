package io.clipforge.speech.speakers;

import java.util.SplittableRandom;

/**
 * How a voice sounds: a mixture of Gaussians with diagonal covariances, fitted by expectation and
 * maximisation. The same frames give the same mixture.
 */
final class Mixture {
    private static final int ROUNDS = 8;
    private static final double LEAST_VARIANCE = 1e-2;
    private static final double LEAST_WEIGHT = 1e-6;

    private final int size;
    private final double[][] means;
    private final double[][] precisions;

    /** Logarithm of the weight and of what makes the density integrate to one. */
    private final double[] constants;

    private Mixture(int components, int size) {
        this.size = size;
        means = new double[components][size];
        precisions = new double[components][size];
        constants = new double[components];
    }

    /**
     * @param frames indices of frames of speech, at least one
     */
    static Mixture of(Cepstra cepstra, int[] frames, int components) {
        var mixture = new Mixture(components, cepstra.size());
        var shares = nearest(cepstra, frames, components);
        mixture.maximise(cepstra, frames, shares);
        for (int round = 0; components > 1 && round < ROUNDS; round++) {
            mixture.expect(cepstra, frames, shares);
            mixture.maximise(cepstra, frames, shares);
        }
        return mixture;
    }

    /** Natural logarithm of the density at a frame. */
    double log(Cepstra cepstra, int frame) {
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int component = 0; component < constants.length; component++) {
            double log = log(cepstra, frame, component);
            if (log > greatest) {
                sum = sum * Math.exp(greatest - log) + 1;
                greatest = log;
            } else {
                sum += Math.exp(log - greatest);
            }
        }
        return greatest + Math.log(sum);
    }

    private double log(Cepstra cepstra, int frame, int component) {
        double sum = constants[component];
        for (int k = 0; k < size; k++) {
            double apart = cepstra.value(frame, k) - means[component][k];
            sum -= apart * apart * precisions[component][k] / 2;
        }
        return sum;
    }

    /** Each frame goes to the nearest of some frames that were drawn by chance. */
    private static double[][] nearest(Cepstra cepstra, int[] frames, int components) {
        var centres = new SplittableRandom(1).ints(components, 0, frames.length).toArray();
        var whole = new Mixture(1, cepstra.size());
        whole.maximise(cepstra, frames, all(frames.length));
        var shares = new double[frames.length][components];
        for (int i = 0; i < frames.length; i++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int component = 0; component < components; component++) {
                double distance = whole.distance(cepstra, frames[i], frames[centres[component]]);
                if (distance < least) {
                    least = distance;
                    best = component;
                }
            }
            shares[i][best] = 1;
        }
        return shares;
    }

    private double distance(Cepstra cepstra, int frame, int other) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double apart = cepstra.value(frame, k) - cepstra.value(other, k);
            sum += apart * apart * precisions[0][k];
        }
        return sum;
    }

    private static double[][] all(int frames) {
        var shares = new double[frames][1];
        for (var share : shares) {
            share[0] = 1;
        }
        return shares;
    }

    private void expect(Cepstra cepstra, int[] frames, double[][] shares) {
        for (int i = 0; i < frames.length; i++) {
            double all = log(cepstra, frames[i]);
            for (int component = 0; component < constants.length; component++) {
                shares[i][component] = Math.exp(log(cepstra, frames[i], component) - all);
            }
        }
    }

    private void maximise(Cepstra cepstra, int[] frames, double[][] shares) {
        for (int component = 0; component < constants.length; component++) {
            double weight = LEAST_WEIGHT;
            var sums = new double[size];
            var squares = new double[size];
            for (int i = 0; i < frames.length; i++) {
                double share = shares[i][component];
                weight += share;
                for (int k = 0; k < size; k++) {
                    double value = cepstra.value(frames[i], k);
                    sums[k] += share * value;
                    squares[k] += share * value * value;
                }
            }
            constants[component] = Math.log(weight / frames.length);
            for (int k = 0; k < size; k++) {
                double mean = sums[k] / weight;
                double variance = Math.max(squares[k] / weight - mean * mean, LEAST_VARIANCE);
                means[component][k] = mean;
                precisions[component][k] = 1 / variance;
                constants[component] -= Math.log(2 * Math.PI * variance) / 2;
            }
        }
    }
}
