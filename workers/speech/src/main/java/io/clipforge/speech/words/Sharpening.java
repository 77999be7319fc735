package io.clipforge.speech.words;

import io.clipforge.speech.model.CrossAttention;
import java.util.Arrays;

/**
 * Makes one picture of where the decoder looked out of those of several heads: each is scaled so
 * that what every token looks at counts little, smoothed along the time, and all are averaged.
 */
final class Sharpening {
    private static final int MEDIAN_OF = 7;

    private Sharpening() {}

    /**
     * @param columns of the attention that are of the sound
     * @return a row per token, a column per 20 ms
     */
    static float[][] of(CrossAttention attention, int columns) {
        var heads = attention.heads();
        var mean = new float[heads.getFirst().length][columns];
        for (var head : heads) {
            var sharp = shares(head, columns);
            standardize(sharp);
            for (int token = 0; token < sharp.length; token++) {
                var smooth = smooth(sharp[token]);
                for (int column = 0; column < columns; column++) {
                    mean[token][column] += smooth[column] / heads.size();
                }
            }
        }
        return mean;
    }

    /** As if there were no positions behind the end of the sound. */
    private static float[][] shares(float[][] head, int columns) {
        var shares = new float[head.length][];
        for (int token = 0; token < head.length; token++) {
            shares[token] = Arrays.copyOf(head[token], columns);
            double sum = 0;
            for (float share : shares[token]) {
                sum += share;
            }
            for (int column = 0; column < columns; column++) {
                shares[token][column] = (float) (shares[token][column] / sum);
            }
        }
        return shares;
    }

    /** Over the tokens, at each time. */
    private static void standardize(float[][] weights) {
        for (int column = 0; column < weights[0].length; column++) {
            double sum = 0;
            for (var row : weights) {
                sum += row[column];
            }
            double mean = sum / weights.length;
            double squares = 0;
            for (var row : weights) {
                squares += (row[column] - mean) * (row[column] - mean);
            }
            double deviation = Math.sqrt(squares / weights.length);
            for (var row : weights) {
                row[column] = deviation == 0 ? 0 : (float) ((row[column] - mean) / deviation);
            }
        }
    }

    /** The median of each value and its neighbours, mirrored at both ends. */
    private static float[] smooth(float[] values) {
        int reach = MEDIAN_OF / 2;
        if (values.length <= reach) {
            return values;
        }
        var smooth = new float[values.length];
        var near = new float[MEDIAN_OF];
        int last = values.length - 1;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < MEDIAN_OF; j++) {
                int at = Math.abs(i + j - reach);
                near[j] = values[at > last ? 2 * last - at : at];
            }
            Arrays.sort(near);
            smooth[i] = near[reach];
        }
        return smooth;
    }
}
