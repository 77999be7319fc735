package io.clipforge.speech.model;

import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;

/**
 * How much each token looked at each position of the sound, for some heads.
 *
 * @param heads one array each: a row per token, a column per 20 ms, rows add up to 1
 * @param logits after each token
 */
public record CrossAttention(List<float[][]> heads, Logits logits) {
    public CrossAttention {
        heads = List.copyOf(heads);
    }

    static String output(int layer) {
        return "cross_attentions." + layer;
    }

    static CrossAttention of(OrtSession.Result result, List<GenerationConfig.Head> asked) {
        var heads = new ArrayList<float[][]>();
        for (var each : asked) {
            var tensor = Tensors.named(result, output(each.layer()));
            long[] shape = tensor.getInfo().getShape();
            heads.add(head(Tensors.values(tensor), each.head(), (int) shape[2], (int) shape[3]));
        }
        return new CrossAttention(heads, Logits.of(Tensors.named(result, Dictation.LOGITS)));
    }

    private static float[][] head(float[] layer, int head, int tokens, int positions) {
        var weights = new float[tokens][positions];
        for (int token = 0; token < tokens; token++) {
            int from = (head * tokens + token) * positions;
            System.arraycopy(layer, from, weights[token], 0, positions);
        }
        return weights;
    }
}
