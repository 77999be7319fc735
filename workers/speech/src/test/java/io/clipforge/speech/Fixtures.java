package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.model.WhisperModel;
import io.clipforge.speech.tokens.WhisperTokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What {@code src/test/fixtures/make.py} made, and the sound that it made it for. */
public final class Fixtures {
    private Fixtures() {}

    public static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Fixtures.class.getResource("/whisper/" + name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Npy npy(String name) {
        try (var in = Files.newInputStream(path(name))) {
            return Npy.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String name) {
        try {
            return new JsonMapper().readTree(path(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Integer> integers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::intValue).toList();
    }

    /**
     * @param model {@code bins80} or {@code bins128}
     */
    public static WhisperTokenizer tokenizer(String model) {
        try {
            return WhisperTokenizer.read(path(model + "/tokenizer.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param name {@code bins80} or {@code bins128}
     */
    public static WhisperModel model(String name) throws IOException {
        return WhisperModel.open(path(name), 1);
    }

    /** Says that it knows English only. */
    public static WhisperModel english(Path empty) throws IOException {
        return changed("bins80", empty, it -> it.put("is_multilingual", false));
    }

    /**
     * With another {@code generation_config.json}.
     *
     * @param name {@code bins80} or {@code bins128}
     */
    public static WhisperModel changed(String name, Path empty, Consumer<ObjectNode> change)
            throws IOException {
        try (var files = Files.list(path(name))) {
            for (var file : files.toList()) {
                Files.copy(file, empty.resolve(file.getFileName()));
            }
        }
        var generation = (ObjectNode) json(name + "/generation_config.json");
        change.accept(generation);
        Files.writeString(empty.resolve("generation_config.json"), generation.toString());
        return WhisperModel.open(empty, 1);
    }

    /** Notes with overtones, rests, and a floor of noise. */
    public static float[] sound(double seconds) {
        var samples = new float[(int) (seconds * LogMel.RATE)];
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / LogMel.RATE;
            double note = Math.floor(t / 0.25);
            double frequency = 110 * Math.pow(2, note * 7 % 25 / 12);
            double envelope =
                    note % 5 == 4 ? 0 : Math.pow(Math.sin(Math.PI * (t / 0.25 - note)), 2);
            double tone =
                    0.3 * Math.sin(2 * Math.PI * frequency * t)
                            + 0.15 * Math.sin(2 * Math.PI * 3.01 * frequency * t);
            samples[i] = (float) (envelope * tone + 0.003 * hashed(i));
        }
        return samples;
    }

    public static double greatestDifference(float[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        double greatest = 0;
        for (int i = 0; i < expected.length; i++) {
            greatest = Math.max(greatest, Math.abs((double) expected[i] - actual[i]));
        }
        return greatest;
    }

    /** -1 to 1, the same for the same integer. */
    public static double hashed(int i) {
        long h = i * 2654435761L & 0xffffffffL;
        h ^= h >>> 15;
        h = h * 2246822519L & 0xffffffffL;
        h ^= h >>> 13;
        return (double) h / (1L << 31) - 1;
    }
}
