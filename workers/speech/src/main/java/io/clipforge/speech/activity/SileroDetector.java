package io.clipforge.speech.activity;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The small recurrent network of Silero, in ONNX Runtime. It hears 32 ms at a time and says how
 * probable speech is in them.
 *
 * <p>Inputs: {@code input} [1, 576], which are the last 64 samples of before and 512 new ones;
 * {@code state} [2, 1, 128], zeros at first; {@code sr}, 16000. Outputs: {@code output} [1, 1], 0
 * to 1; {@code stateN}, the next state.
 */
public final class SileroDetector implements ActivityDetector, AutoCloseable {
    private static final Set<String> INPUTS = Set.of("input", "state", "sr");
    private static final int CONTEXT = 64;
    private static final int WINDOW = 512;
    private static final long[] STATE = {2, 1, 128};
    private static final int STATES = 256;

    /** Half a minute. */
    private static final int PIECE = 938 * WINDOW;

    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private final OrtSession session;

    private SileroDetector(OrtSession session) {
        this.session = session;
    }

    /**
     * @param model {@code silero_vad.onnx} of version 5 or later
     * @throws IOException when the file is missing or is another model
     */
    public static SileroDetector open(Path model) throws IOException {
        if (!Files.isRegularFile(model)) {
            throw new IOException(model + " is missing");
        }
        // so little is computed at a time that more threads would wait for each other
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var session = ENVIRONMENT.createSession(model.toString(), options);
            if (!session.getInputNames().containsAll(INPUTS)) {
                session.close();
                throw new IOException(model + " is no Silero model of version 5");
            }
            return new SileroDetector(session);
        } catch (OrtException e) {
            throw new IOException(model + " is no Silero model", e);
        }
    }

    @Override
    public String name() {
        return "silero";
    }

    @Override
    public SpeechSpans detect(Samples sound) {
        var hysteresis = new Hysteresis((double) WINDOW / LogMel.RATE);
        try (var rate = OnnxTensor.createTensor(ENVIRONMENT, (long) LogMel.RATE)) {
            var heard = new float[CONTEXT + WINDOW];
            var state = new float[STATES];
            for (long from = 0; from < sound.length(); from += PIECE) {
                var piece = sound.read(from, (int) Math.min(PIECE, sound.length() - from));
                for (int at = 0; at < piece.length; at += WINDOW) {
                    shift(heard, piece, at);
                    hysteresis.accept(next(heard, state, rate));
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException("Silero cannot run", e);
        }
        return hysteresis.finish((double) sound.length() / LogMel.RATE);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("Silero cannot be closed", e);
        }
    }

    /** Zeros follow the last sample. */
    private static void shift(float[] heard, float[] piece, int at) {
        System.arraycopy(heard, WINDOW, heard, 0, CONTEXT);
        for (int i = 0; i < WINDOW; i++) {
            heard[CONTEXT + i] = at + i < piece.length ? piece[at + i] : 0;
        }
    }

    private float next(float[] heard, float[] state, OnnxTensor rate) throws OrtException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for speech any more");
        }
        try (var input = tensor(heard, 1, heard.length);
                var before = tensor(state, STATE);
                var result = session.run(Map.of("input", input, "state", before, "sr", rate))) {
            values(result, "stateN").get(state);
            return values(result, "output").get(0);
        }
    }

    private static OnnxTensor tensor(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape);
    }

    private static FloatBuffer values(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }
}
