package io.clipforge.speech.model;

import ai.onnxruntime.OrtException;
import io.clipforge.speech.tokens.WhisperTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
    private final Precision precision;

    private WhisperModel(
            WhisperConfig config,
            GenerationConfig generation,
            WhisperTokenizer tokenizer,
            Encoder encoder,
            Decoder decoder,
            Precision precision) {
        this.config = config;
        this.generation = generation;
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.decoder = decoder;
        this.precision = precision;
    }

    /**
     * The most exact of the models in a folder.
     *
     * @see #open(Path, int, List)
     */
    public static WhisperModel open(Path folder, int threads) throws IOException {
        return open(folder, threads, Precision.BY_EXACTNESS);
    }

    /**
     * @param folder with {@code config.json}, {@code generation_config.json}, {@code
     *     tokenizer.json}, {@code encoder_model.onnx}, and {@code decoder_model_merged.onnx} or
     *     both {@code decoder_model.onnx} and {@code decoder_with_past_model.onnx}; before {@code
     *     .onnx} may stand how exact they are: {@code _fp16}, {@code _quantized}, {@code _int8},
     *     {@code _uint8}, {@code _q4}, {@code _bnb4}
     * @param threads that one run may use
     * @param preferred the best first, for the encoder and the decoder by themselves; a merged
     *     decoder, which holds the weights once, is taken before a split one as exact
     * @throws IOException when a file is missing or is not what its name says
     */
    public static WhisperModel open(Path folder, int threads, List<Precision> preferred)
            throws IOException {
        var config = WhisperConfig.read(folder.resolve("config.json"));
        var generation = GenerationConfig.read(folder.resolve("generation_config.json"));
        var files = ModelFiles.in(folder, preferred);
        var sessions = new Sessions(threads);
        try {
            // the decoder, which takes the most memory while it is opened, before all else is there
            var export = export(files.decoder(), config, sessions);
            var decoder = new Decoder(export, config, Rows.open());
            try {
                var encoder = new Encoder(sessions.open(files.encoder()), config);
                try {
                    var tokenizer = WhisperTokenizer.read(folder.resolve("tokenizer.json"));
                    return new WhisperModel(
                            config, generation, tokenizer, encoder, decoder, files.precision());
                } catch (IOException e) {
                    encoder.close();
                    throw e;
                }
            } catch (IOException | OrtException e) {
                decoder.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new IOException(folder + " holds no Whisper model", e);
        }
    }

    /**
     * Bytes of the weights that {@link #open} would take.
     *
     * @throws IOException when there are none
     */
    public static long bytes(Path folder, List<Precision> preferred) throws IOException {
        return ModelFiles.in(folder, preferred).bytes();
    }

    public WhisperConfig config() {
        return config;
    }

    /** Where it computes. */
    public Device device() {
        return Device.best();
    }

    /** How exact its decoder is. */
    public Precision precision() {
        return precision;
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

    private static DecoderExport export(List<Path> files, WhisperConfig config, Sessions sessions)
            throws OrtException {
        return files.size() == 1
                ? new MergedExport(sessions.open(files.getFirst()), config)
                : new SplitExport(sessions.open(files.getFirst()), sessions.open(files.getLast()));
    }
}
