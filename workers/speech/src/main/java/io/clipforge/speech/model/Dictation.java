package io.clipforge.speech.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A decoder at work on a batch, one token after another. Native memory, until it is closed. */
public final class Dictation implements AutoCloseable {
    static final String LOGITS = "logits";

    private final DecoderExport export;
    private final Rows rows;
    private final Encoded sound;
    private final Set<String> outputs;
    private final KeyValueCache cache;
    private @Nullable Encoded picked;
    private Logits logits;

    Dictation(DecoderExport export, Rows rows, Encoded sound, int layers, OrtSession.Result first) {
        this.export = export;
        this.rows = rows;
        this.sound = sound;
        outputs = new HashSet<>(KeyValueCache.selfOutputs(layers));
        outputs.add(LOGITS);
        cache = new KeyValueCache(layers, first);
        logits = takeLogits(first);
    }

    /** After the prompt, or after the last token of each row. */
    public Logits logits() {
        return logits;
    }

    /**
     * @param tokens one for each row
     * @throws CancellationException when the thread is interrupted
     */
    public void append(int[] tokens) {
        var inputs = new HashMap<String, OnnxTensor>();
        cache.feed(inputs);
        var column = Arrays.stream(tokens).mapToObj(List::of).toList();
        try (var input = Tensors.of(column)) {
            var result = export.next(input, states(), inputs, outputs);
            cache.grow(result);
            logits = takeLogits(result);
        } catch (OrtException e) {
            throw new ModelException("the decoder cannot go on", e);
        }
    }

    /** Goes on with these rows, in this order; one may be there many times, or no more. */
    public void select(int[] kept) {
        if (!isAll(kept)) {
            cache.select(rows, kept);
            repick(kept);
            logits = logits.select(kept);
        }
    }

    /**
     * Goes on with these rows; as many as before, each of the same sound as the one it replaces.
     */
    public void reorder(int[] kept) {
        if (!isAll(kept)) {
            cache.selectSelf(rows, kept);
            logits = logits.select(kept);
        }
    }

    @Override
    public void close() {
        cache.close();
        if (picked != null) {
            picked.close();
        }
    }

    private boolean isAll(int[] kept) {
        return Arrays.equals(kept, IntStream.range(0, logits.rows()).toArray());
    }

    private OnnxTensor states() {
        return (picked == null ? sound : picked).states();
    }

    private void repick(int[] kept) {
        var before = picked;
        picked = new Encoded(rows.select(states(), kept));
        if (before != null) {
            before.close();
        }
    }

    private static Logits takeLogits(OrtSession.Result result) {
        try (var tensor = Tensors.named(result, LOGITS)) {
            return Logits.of(tensor);
        }
    }
}
