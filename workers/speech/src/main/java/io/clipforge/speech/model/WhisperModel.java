package io.clipforge.speech.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.clipforge.speech.tokens.WhisperTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Whisper model, loaded once and shared by threads: files as Hugging Face's Optimum names them in
 * one folder.
 */
public final class WhisperModel implements AutoCloseable {
    private final WhisperConfig config;
    private final GenerationConfig generation;
    private final WhisperTokenizer tokenizer;
    private final Encoder encoder;
    private final Decoder decoder;

    private WhisperModel(
            WhisperConfig config,
            GenerationConfig generation,
            WhisperTokenizer tokenizer,
            Encoder encoder,
            Decoder decoder) {
        this.config = config;
        this.generation = generation;
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /**
     * @param folder with {@code config.json}, {@code generation_config.json}, {@code
     *     tokenizer.json}, {@code encoder_model.onnx}, and {@code decoder_model_merged.onnx} or
     *     both {@code decoder_model.onnx} and {@code decoder_with_past_model.onnx}; if all three
     *     are there, the merged one is taken, which holds the weights once
     * @param threads that one run may use
     * @throws IOException when a file is missing or is not what its name says
     */
    public static WhisperModel open(Path folder, int threads) throws IOException {
        var config = WhisperConfig.read(folder.resolve("config.json"));
        var generation = GenerationConfig.read(folder.resolve("generation_config.json"));
        var tokenizer = WhisperTokenizer.read(folder.resolve("tokenizer.json"));
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            var encoder =
                    new Encoder(session(folder.resolve("encoder_model.onnx"), options), config);
            try {
                var decoder = new Decoder(export(folder, config, options), config, Rows.open());
                return new WhisperModel(config, generation, tokenizer, encoder, decoder);
            } catch (IOException | OrtException e) {
                encoder.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new IOException(folder + " holds no Whisper model", e);
        }
    }

    public WhisperConfig config() {
        return config;
    }

    public GenerationConfig generation() {
        return generation;
    }

    public WhisperTokenizer tokenizer() {
        return tokenizer;
    }

    public Encoder encoder() {
        return encoder;
    }

    public Decoder decoder() {
        return decoder;
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }

    private static DecoderExport export(
            Path folder, WhisperConfig config, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        var merged = folder.resolve("decoder_model_merged.onnx");
        if (Files.exists(merged)) {
            return new MergedExport(session(merged, options), config);
        }
        return new SplitExport(
                session(folder.resolve("decoder_model.onnx"), options),
                session(folder.resolve("decoder_with_past_model.onnx"), options));
    }

    private static OrtSession session(Path file, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing");
        }
        return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }
}
