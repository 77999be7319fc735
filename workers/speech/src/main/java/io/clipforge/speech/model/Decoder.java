package io.clipforge.speech.model;

import ai.onnxruntime.OrtException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes: given the sound and the tokens so far, how likely each token is to be next. */
public final class Decoder implements AutoCloseable {
    private final DecoderExport export;
    private final WhisperConfig config;
    private final Rows rows;

    Decoder(DecoderExport export, WhisperConfig config, Rows rows) {
        this.export = export;
        this.config = config;
        this.rows = rows;
    }

    /**
     * Reads a prompt for each window of the sound.
     *
     * @param sound stays the caller's, and open while the dictation is
     * @param prompts as many as there are windows, of one length
     */
    public Dictation begin(Encoded sound, List<List<Integer>> prompts) {
        if (prompts.size() != sound.rows()) {
            throw new IllegalArgumentException(
                    prompts.size() + " prompts for " + sound.rows() + " windows");
        }
        var outputs = new HashSet<String>(KeyValueCache.selfOutputs(config.layers()));
        outputs.addAll(KeyValueCache.crossOutputs(config.layers()));
        outputs.add(Dictation.LOGITS);
        try (var tokens = Tensors.of(prompts)) {
            var result = export.first(tokens, sound.states(), outputs);
            return new Dictation(export, rows, sound, config.layers(), result);
        } catch (OrtException e) {
            throw new ModelException("the decoder cannot read its prompt", e);
        }
    }

    /**
     * One window of several, for what takes one only.
     *
     * @return the caller's to close
     */
    public Encoded row(Encoded sound, int row) {
        return new Encoded(rows.select(sound.states(), new int[] {row}));
    }

    /** Whether {@link #attend} works: the model was exported with cross-attentions. */
    public boolean tellsAttention() {
        return export.tellsAttention();
    }

    /**
     * Where the decoder looks while it reads a whole text.
     *
     * @param sound of one window
     * @param heads whose attention is asked for
     */
    public CrossAttention attend(
            Encoded sound, List<Integer> tokens, List<GenerationConfig.Head> heads) {
        var outputs = new HashSet<String>(Set.of(Dictation.LOGITS));
        heads.forEach(it -> outputs.add(CrossAttention.output(it.layer())));
        try (var input = Tensors.of(List.of(tokens));
                var result = export.first(input, sound.states(), outputs)) {
            return CrossAttention.of(result, heads);
        } catch (OrtException e) {
            throw new ModelException("the decoder cannot tell where it looks", e);
        }
    }

    @Override
    public void close() {
        rows.close();
        try {
            export.close();
        } catch (OrtException e) {
            throw new ModelException("the decoder cannot be closed", e);
        }
    }
}
