package io.clipforge.speech.model;

import static io.clipforge.speech.Fixtures.greatestDifference;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Fixtures;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Spectrogram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhisperModelTest {
    /** What of a sequence of eleven the reference's logits are kept for. */
    private static final int[] POSITIONS = {0, 2, 6, 10};

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins128"})
    void theEncoderHearsWhatTheReferenceHears(String name) throws IOException {
        try (var model = Fixtures.model(name);
                var encoded = model.encoder().encode(List.of(window(model)))) {
            var expected = Fixtures.npy(name + "/encoder.npy");

            var all = Tensors.values(encoded.states());

            var some = new float[expected.values().length];
            for (int i = 0; i < some.length / 16; i++) {
                System.arraycopy(all, 50 * 16 * i, some, 16 * i, 16);
            }
            double difference = greatestDifference(expected.values(), some);
            System.out.println("encoder, " + name + ": greatest difference " + difference);
            assertTrue(difference <= 1e-3, () -> "differs by " + difference);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins80-split", "bins80-positions", "bins128"})
    void logitsAreTheReferencesAtOnceAndTokenByToken(String name) throws IOException {
        try (var model = model(name);
                var encoded = model.encoder().encode(List.of(window(model)))) {
            var tokens =
                    Fixtures.integers(Fixtures.json(files(name) + "/expected.json").path("tokens"));
            var expected = Fixtures.npy(files(name) + "/logits.npy").values();
            var atOnce = new float[expected.length];
            var oneByOne = new float[expected.length];
            int size = model.config().vocabulary();

            try (var whole = model.decoder().begin(encoded, List.of(tokens));
                    var growing = model.decoder().begin(encoded, List.of(tokens.subList(0, 1)))) {
                int kept = 0;
                for (int position = 0; position < tokens.size(); position++) {
                    if (position > 0) {
                        growing.append(new int[] {tokens.get(position)});
                    }
                    if (position == POSITIONS[kept]) {
                        var logits = whole.logits().at(0, position);
                        System.arraycopy(logits, 0, atOnce, kept * size, size);
                        System.arraycopy(growing.logits().last(0), 0, oneByOne, kept * size, size);
                        kept++;
                    }
                }
            }

            double difference =
                    Math.max(
                            greatestDifference(expected, atOnce),
                            greatestDifference(expected, oneByOne));
            System.out.println("decoder, " + name + ": greatest difference " + difference);
            assertTrue(difference <= 1e-3, () -> "differs by " + difference);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins80", "bins80-split"})
    void rowsOfABatchAreIndependentAndMayBePicked(String name) throws IOException {
        var sound = new LogMel(80).of(Fixtures.sound(60));
        var windows = List.of(sound.window(0, 3000), sound.window(2000, 3000));
        try (var model = model(name);
                var both = model.encoder().encode(windows);
                var second = model.encoder().encode(windows.subList(1, 2));
                var batch =
                        model.decoder().begin(both, List.of(List.of(336, 337), List.of(336, 339)));
                var alone = model.decoder().begin(second, List.of(List.of(336, 339)))) {
            assertClose(alone.logits().last(0), batch.logits().last(1));

            batch.select(new int[] {1, 0, 1});
            batch.append(new int[] {40, 41, 42});
            alone.append(new int[] {42});
            assertClose(alone.logits().last(0), batch.logits().last(2));

            batch.select(new int[] {2});
            batch.append(new int[] {43});
            alone.append(new int[] {43});
            assertEquals(1, batch.logits().rows());
            assertClose(alone.logits().last(0), batch.logits().last(0));
        }
    }

    @Test
    void nativeMemoryIsGivenBack() throws IOException {
        try (var model = model("bins80")) {
            var window = window(model);
            for (int i = 0; i < 20; i++) {
                dictate(model, window);
            }
            long before = NativeMemory.allocated();
            for (int i = 0; i < 150; i++) {
                dictate(model, window);
            }
            long grown = NativeMemory.allocated() - before;
            System.out.println("150 dictations: " + grown + " bytes more");
            assertTrue(grown < 16 << 20, () -> grown + " bytes are kept");
        }
    }

    @Test
    void attentionOnTheSoundAddsUpToOne() throws IOException {
        try (var model = model("bins80");
                var encoded = model.encoder().encode(List.of(window(model)))) {
            var heads = model.generation().alignmentHeads();

            var attention = model.decoder().attend(encoded, List.of(336, 337, 40), heads);

            assertTrue(model.decoder().tellsAttention());
            assertEquals(heads.size(), attention.heads().size());
            assertEquals(3, attention.logits().positions());
            for (var head : attention.heads()) {
                assertEquals(3, head.length);
                for (var row : head) {
                    assertEquals(1500, row.length);
                    double sum = 0;
                    for (float weight : row) {
                        sum += weight;
                    }
                    assertEquals(1, sum, 1e-4);
                }
            }
        }
    }

    @Test
    void itsMakersSayHowItIsUsed() throws IOException {
        try (var model = model("bins128")) {
            var generation = model.generation();

            assertEquals(
                    new WhisperConfig(128, 16, 2, 2, 1500, 448, model.config().vocabulary()),
                    model.config());
            assertTrue(generation.multilingual());
            assertEquals(OptionalInt.of(50), generation.maxInitialTimestamp());
            assertEquals(
                    List.of(new GenerationConfig.Head(0, 1), new GenerationConfig.Head(1, 0)),
                    generation.alignmentHeads());
            assertTrue(generation.suppressed().contains(60));
            assertEquals(
                    List.of(220, model.tokenizer().special().endOfText()),
                    generation.suppressedAtBegin());
        }
    }

    @Test
    void aFolderWithoutAModelIsRefused() throws IOException {
        assertThrows(IOException.class, () -> WhisperModel.open(folder, 1));

        for (var name : List.of("config.json", "generation_config.json", "tokenizer.json")) {
            Files.copy(Fixtures.path("bins80/" + name), folder.resolve(name));
        }
        var missing = assertThrows(IOException.class, () -> WhisperModel.open(folder, 1));
        assertTrue(missing.toString().contains("holds no encoder_model.onnx"));

        Files.writeString(folder.resolve("encoder_model.onnx"), "nothing");
        assertThrows(IOException.class, () -> WhisperModel.open(folder, 1));
    }

    @Test
    void aWindowOfAnotherLengthIsRefused() throws IOException {
        try (var model = model("bins80")) {
            var narrow = new Spectrogram(80, 100, new float[8000]);

            assertThrows(
                    IllegalArgumentException.class, () -> model.encoder().encode(List.of(narrow)));
        }
    }

    private static void dictate(WhisperModel model, Spectrogram window) {
        try (var encoded = model.encoder().encode(List.of(window, window));
                var dictation =
                        model.decoder().begin(encoded, List.of(List.of(336), List.of(336)))) {
            dictation.select(new int[] {0, 1, 0, 1, 0, 1});
            for (int i = 0; i < 30; i++) {
                dictation.append(new int[] {40, 41, 42, 43, 44, 45});
                dictation.reorder(new int[] {2, 3, 0, 1, 4, 5});
            }
        }
    }

    private static void assertClose(float[] expected, float[] actual) {
        assertArrayEquals(expected, actual, 1e-3f);
    }

    private WhisperModel model(String name) throws IOException {
        if (name.equals(files(name))) {
            return Fixtures.model(name);
        }
        try (var files = Files.list(Fixtures.path(files(name)))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var merged = folder.resolve("decoder_model_merged.onnx");
        if (name.endsWith("-split")) {
            Files.delete(merged);
        } else {
            Files.write(merged, moreInput("cache_position"), StandardOpenOption.APPEND);
        }
        return WhisperModel.open(folder, 1);
    }

    /**
     * Behind a model, one more input of its graph, of any number of int64: what follows a protobuf
     * message is merged into it.
     */
    private static byte[] moreInput(String name) {
        var anyLength = field(1, field(2, "count".getBytes(StandardCharsets.UTF_8)));
        var tensor = concatenated(new byte[] {1 << 3, 7}, field(2, anyLength));
        var input =
                concatenated(
                        field(1, name.getBytes(StandardCharsets.UTF_8)),
                        field(2, field(1, tensor)));
        return field(7, field(11, input));
    }

    private static byte[] field(int number, byte[] value) {
        return concatenated(new byte[] {(byte) ((number << 3) | 2), (byte) value.length}, value);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static String files(String name) {
        return name.replaceAll("-.*", "");
    }

    private static Spectrogram window(WhisperModel model) {
        return new LogMel(model.config().bins()).of(Fixtures.sound(30));
    }
}
