package io.clipforge.speech.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.clipforge.speech.mel.Spectrogram;
import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Listens: spectrograms of 30 s become positions of 20 ms that the decoder can look at. */
public final class Encoder implements AutoCloseable {
    private static final String INPUT = "input_features";
    private static final String OUTPUT = "last_hidden_state";

    private final OrtSession session;
    private final WhisperConfig config;

    Encoder(OrtSession session, WhisperConfig config) {
        this.session = session;
        this.config = config;
    }

    /**
     * One window after another: together they are no faster, and each takes memory for its
     * attention.
     *
     * @param windows of exactly {@link WhisperConfig#window()} frames each
     * @throws CancellationException when the thread is interrupted, also while it computes
     */
    public Encoded encode(List<Spectrogram> windows) {
        if (windows.size() == 1) {
            return encode(windows.getFirst());
        }
        var parts = new ArrayList<Encoded>();
        try {
            windows.forEach(it -> parts.add(encode(it)));
            return Encoded.together(parts);
        } catch (OrtException e) {
            throw new ModelException("what was heard cannot be put together", e);
        } finally {
            parts.forEach(Encoded::close);
        }
    }

    private Encoded encode(Spectrogram window) {
        // freed at once, where a direct buffer of Java's would wait for the collector
        try (var memory = Arena.ofConfined();
                var input = Tensors.of(values(window, memory), 1, config.bins(), window.frames())) {
            var result = InterruptibleRun.of(session, Map.of(INPUT, input), Set.of(OUTPUT));
            return new Encoded(Tensors.named(result, OUTPUT));
        } catch (OrtException e) {
            throw new ModelException("the encoder cannot run", e);
        }
    }

    private FloatBuffer values(Spectrogram window, Arena memory) {
        if (window.bins() != config.bins() || window.frames() != config.window()) {
            throw new IllegalArgumentException(
                    "the model does not listen to %d bins of %d frames"
                            .formatted(window.bins(), window.frames()));
        }
        return Tensors.room(memory, window.values().length).put(window.values()).flip();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("the encoder cannot be closed", e);
        }
    }
}
