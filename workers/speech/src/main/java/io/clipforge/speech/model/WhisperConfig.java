package io.clipforge.speech.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The shape of a model, from its {@code config.json}.
 *
 * @param bins rows of the spectrogram: 80 or 128
 * @param width values per position, between layers
 * @param layers of the decoder
 * @param heads of attention in each layer of the decoder
 * @param frames positions that the encoder makes of 30 s: 1500
 * @param maxTokens longest sequence of the decoder, its prompt included: 448
 * @param vocabulary how many tokens there are
 */
public record WhisperConfig(
        int bins, int width, int layers, int heads, int frames, int maxTokens, int vocabulary) {

    /**
     * @throws IOException when it cannot be read, or lacks something
     */
    public static WhisperConfig read(Path file) throws IOException {
        var json = new JsonMapper().readTree(file.toFile());
        return new WhisperConfig(
                positive(json, "num_mel_bins"),
                positive(json, "d_model"),
                positive(json, "decoder_layers"),
                positive(json, "decoder_attention_heads"),
                positive(json, "max_source_positions"),
                positive(json, "max_target_positions"),
                positive(json, "vocab_size"));
    }

    /** Columns of the spectrogram that the encoder takes, 10 ms each. */
    public int window() {
        return 2 * frames;
    }

    /** Bytes of what the decoder remembers of a window and of its text. */
    public long memoryOfAWindow() {
        return (long) Float.BYTES * 2 * layers * width * (frames + maxTokens);
    }

    int headWidth() {
        return width / heads;
    }

    private static int positive(JsonNode json, String name) throws IOException {
        int value = json.path(name).asInt();
        if (value < 1) {
            throw new IOException("config.json has no " + name);
        }
        return value;
    }
}
