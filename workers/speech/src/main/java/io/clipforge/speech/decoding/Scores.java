package io.clipforge.speech.decoding;

/** Arithmetic on a score for each token; what is forbidden has the score minus infinity. */
final class Scores {
    static final float FORBIDDEN = Float.NEGATIVE_INFINITY;

    /**
     * What is this far below the greatest is less than a float's rounding, however many there are.
     */
    private static final float NEGLIGIBLE = -28;

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
        double sum = 0;
        for (int token = from; token < to; token++) {
            float below = scores[token] - greatest;
            if (below > NEGLIGIBLE) {
                sum += Math.exp(below);
            }
        }
        return greatest + Math.log(sum);
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
