package io.clipforge.speech.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.clipforge.speech.mel.Spectrogram;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
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
     * @param windows of exactly {@link WhisperConfig#window()} frames each
     * @throws CancellationException when the thread is interrupted, also while it computes
     */
    public Encoded encode(List<Spectrogram> windows) {
        // freed at once, where a direct buffer of Java's would wait for the collector
        try (var memory = Arena.ofConfined();
                var input = Tensors.of(together(windows, memory), shape(windows.size()))) {
            var result = InterruptibleRun.of(session, Map.of(INPUT, input), Set.of(OUTPUT));
            return new Encoded(Tensors.named(result, OUTPUT));
        } catch (OrtException e) {
            throw new ModelException("the encoder cannot run", e);
        }
    }

    private FloatBuffer together(List<Spectrogram> windows, Arena memory) {
        long size = (long) config.bins() * config.window();
        var values =
                memory.allocate(ValueLayout.JAVA_FLOAT, windows.size() * size)
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        for (var window : windows) {
            if (window.bins() != config.bins() || window.frames() != config.window()) {
                throw new IllegalArgumentException(
                        "the model does not listen to %d bins of %d frames"
                                .formatted(window.bins(), window.frames()));
            }
            values.put(window.values());
        }
        return values.flip();
    }

    private long[] shape(int windows) {
        return new long[] {windows, config.bins(), config.window()};
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
