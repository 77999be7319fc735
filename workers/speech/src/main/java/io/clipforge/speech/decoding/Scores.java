package io.clipforge.speech.decoding;

/** Arithmetic on a score for each token; what is forbidden has the score minus infinity. */
final class Scores {
    static final float FORBIDDEN = Float.NEGATIVE_INFINITY;

    /** What is this far below the greatest is less than a double's rounding. */
    private static final float NEGLIGIBLE = -40;

    private static final int BLOCK = 512;

    private static final double PART = 1.0 / (16 * 16 * 16);

    private Scores() {}

    static void forbid(float[] scores, int from, int to) {
        for (int token = Math.max(from, 0); token < Math.min(to, scores.length); token++) {
            scores[token] = FORBIDDEN;
        }
    }

    static float greatest(float[] scores, int from, int to) {
        float greatest = FORBIDDEN;
        for (int token = from; token < to; token++) {
            if (scores[token] > greatest) { // Math.max also asks for the sign of zero
                greatest = scores[token];
            }
        }
        return greatest;
    }

    /** The logarithm of the sum of what these are the logarithms of. */
    static double logSum(float[] scores, int from, int to) {
        float greatest = greatest(scores, from, to);
        if (greatest == FORBIDDEN) {
            return FORBIDDEN;
        }
        var powers = new double[BLOCK];
        double sum = 0;
        for (int at = from; at < to; at += BLOCK) {
            int count = Math.min(BLOCK, to - at);
            exponentials(scores, at, count, greatest, powers);
            for (int i = 0; i < count; i++) {
                sum += powers[i];
            }
        }
        return greatest + Math.log(sum);
    }

    /**
     * Right to nine digits where it counts in a sum: the series of a small part of the exponent,
     * raised to a power. That is arithmetic which the compiler does for eight scores at once, as
     * {@link Math#exp} is not.
     */
    private static void exponentials(
            float[] scores, int from, int count, float greatest, double[] powers) {
        for (int i = 0; i < count; i++) {
            double part = Math.max(scores[from + i] - greatest, NEGLIGIBLE) * PART;
            double power = 1 + part * (1 + part * (1 / 2d + part * (1 / 6d + part * (1 / 24d))));
            powers[i] = to16th(to16th(to16th(power)));
        }
    }

    private static double to16th(double value) {
        double square = value * value;
        double to4th = square * square;
        double to8th = to4th * to4th;
        return to8th * to8th;
    }

    /** The first of the likeliest. */
    static int likeliest(float[] scores) {
        int likeliest = 0;
        for (int token = 1; token < scores.length; token++) {
            if (scores[token] > scores[likeliest]) {
                likeliest = token;
            }
        }
        return likeliest;
    }

    /** Makes logarithms of probabilities of logits. */
    static void normalize(float[] logits) {
        double sum = logSum(logits, 0, logits.length);
        for (int token = 0; token < logits.length; token++) {
            logits[token] = (float) (logits[token] - sum);
        }
    }

    static double probability(float[] logits, int token) {
        return Math.exp(logits[token] - logSum(logits, 0, logits.length));
    }
}
