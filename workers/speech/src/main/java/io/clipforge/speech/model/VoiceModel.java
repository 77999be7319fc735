package io.clipforge.speech.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * A network that makes a vector of a voice, so that the vectors of one voice point the same way,
 * whatever it says. Thread-safe.
 *
 * <p>As WeSpeaker exports them: input {@code feats} [windows, frames, 80], output {@code embs}
 * [windows, size].
 */
public final class VoiceModel implements AutoCloseable {
    /** Of the filter bank. */
    public static final int BANDS = 80;

    private static final String INPUT = "feats";
    private static final String OUTPUT = "embs";

    private final OrtSession session;

    private VoiceModel(OrtSession session) {
        this.session = session;
    }

    /**
     * @param threads that one run may use
     * @throws IOException when the file is missing or is another model
     */
    public static VoiceModel open(Path file, int threads) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing");
        }
        try {
            var session = new Sessions(threads).open(file);
            if (!session.getInputNames().equals(Set.of(INPUT))
                    || !session.getOutputNames().contains(OUTPUT)) {
                session.close();
                throw new IOException(file + " is no model of voices");
            }
            return new VoiceModel(session);
        } catch (OrtException e) {
            throw new IOException(file + " is no model", e);
        }
    }

    /** Where it computes. */
    public Device device() {
        return Device.best();
    }

    /**
     * @param features window after window, frame after frame, {@link #BANDS} values each
     * @param windows how many, all of one length
     * @return a vector for each
     * @throws CancellationException when the thread is interrupted, also while it computes
     */
    public float[][] embed(float[] features, int windows) {
        int frames = features.length / windows / BANDS;
        try (var memory = Arena.ofConfined();
                var input =
                        Tensors.of(
                                Tensors.room(memory, features.length).put(features).flip(),
                                windows,
                                frames,
                                BANDS);
                var result = InterruptibleRun.of(session, Map.of(INPUT, input), Set.of(OUTPUT))) {
            return rows(Tensors.values(Tensors.named(result, OUTPUT)), windows);
        } catch (OrtException e) {
            throw new ModelException("voices cannot be told", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("the model of voices cannot be closed", e);
        }
    }

    private static float[][] rows(float[] values, int count) {
        int size = values.length / count;
        var rows = new float[count][size];
        for (int row = 0; row < count; row++) {
            System.arraycopy(values, row * size, rows[row], 0, size);
        }
        return rows;
    }
}
