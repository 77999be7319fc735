package io.clipforge.speech.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.speech.Fixtures;
import io.clipforge.speech.mel.LogMel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionTest {
    @TempDir Path folder;

    @Test
    void theFirstOfThePreferredIsTaken() throws IOException {
        put("encoder_model.onnx", "encoder_model_fp16.onnx", "encoder_model_quantized.onnx");
        put("decoder_model_merged.onnx", "decoder_model_merged_quantized.onnx");

        assertEquals("encoder_model.onnx", encoder(Precision.BY_EXACTNESS));
        assertEquals(
                "encoder_model_quantized.onnx",
                encoder(List.of(Precision.INT8, Precision.FLOAT32)));
        assertEquals(
                List.of("decoder_model_merged_quantized.onnx"),
                decoder(List.of(Precision.INT8, Precision.FLOAT32)));
    }

    @Test
    void encoderAndDecoderAreChosenByThemselves() throws IOException {
        put("encoder_model.onnx", "encoder_model_fp16.onnx", "decoder_model_merged_int8.onnx");

        var preferred = List.of(Precision.INT8, Precision.FLOAT16);
        assertEquals("encoder_model_fp16.onnx", encoder(preferred));
        assertEquals(List.of("decoder_model_merged_int8.onnx"), decoder(preferred));
    }

    @Test
    void aMergedDecoderIsTakenBeforeASplitOneAsExactAndNotBeforeAMoreExactOne() throws IOException {
        put("encoder_model.onnx", "decoder_model_merged_quantized.onnx");
        put("decoder_model.onnx", "decoder_with_past_model.onnx");
        assertEquals(
                List.of("decoder_model.onnx", "decoder_with_past_model.onnx"),
                decoder(Precision.BY_EXACTNESS));

        put("decoder_model_merged.onnx");
        assertEquals(List.of("decoder_model_merged.onnx"), decoder(Precision.BY_EXACTNESS));
    }

    @Test
    void halfOfASplitDecoderIsNone() throws IOException {
        put("encoder_model.onnx", "decoder_model.onnx", "decoder_with_past_model_int8.onnx");

        var refused =
                assertThrows(IOException.class, () -> decoder(Precision.BY_EXACTNESS)).toString();
        assertTrue(
                refused.contains("decoder_model.onnx and decoder_with_past_model.onnx"), refused);
    }

    @Test
    void whatIsNotPreferredIsNotTaken() throws IOException {
        put("encoder_model.onnx", "decoder_model_merged.onnx");

        assertThrows(IOException.class, () -> encoder(List.of(Precision.INT8)));
    }

    @Test
    void aPrecisionIsWhatPeopleCallIt() {
        for (var precision : Precision.values()) {
            assertEquals(precision, Precision.named(precision.title()));
        }
        assertThrows(IllegalArgumentException.class, () -> Precision.named("float"));
    }

    @Test
    void theWeightsAreThoseThatAreTakenWhereverTheyLie() throws IOException {
        Files.write(folder.resolve("encoder_model_int8.onnx"), new byte[10]);
        Files.write(folder.resolve("encoder_model.onnx"), new byte[1]);
        Files.write(folder.resolve("encoder_model.onnx_data"), new byte[1000]);
        Files.write(folder.resolve("decoder_model_merged.onnx"), new byte[200]);

        assertEquals(1201, WhisperModel.bytes(folder, Precision.BY_EXACTNESS));
        assertEquals(210, WhisperModel.bytes(folder, List.of(Precision.INT8, Precision.FLOAT32)));
    }

    @Test
    void eightBitsHearAndWriteAboutTheSame() throws IOException {
        for (var from : List.of("bins80", "precisions")) {
            try (var files = Files.list(Fixtures.path(from))) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        var sound = new LogMel(80).of(Fixtures.sound(30)).window(0, 3000);
        try (var exact = WhisperModel.open(folder, 1);
                var narrow = WhisperModel.open(folder, 1, List.of(Precision.INT8));
                var heard = exact.encoder().encode(List.of(sound));
                var heardNarrowly = narrow.encoder().encode(List.of(sound))) {
            assertEquals(Precision.FLOAT32, exact.precision());
            assertEquals(Precision.INT8, narrow.precision());
            double encoder = alike(states(heard), states(heardNarrowly));
            var prompt = List.of(Fixtures.integers(tokens()));
            try (var dictation = exact.decoder().begin(heard, prompt);
                    var narrowly = narrow.decoder().begin(heardNarrowly, prompt)) {
                dictation.append(new int[] {40});
                narrowly.append(new int[] {40});
                double decoder = alike(dictation.logits().last(0), narrowly.logits().last(0));
                System.out.println("correlation, encoder " + encoder + ", decoder " + decoder);
                assertTrue(encoder > 0.99 && encoder < 1, () -> "encoder: " + encoder);
                assertTrue(decoder > 0.98 && decoder < 1, () -> "decoder: " + decoder);
            }
        }
    }

    private static JsonNode tokens() {
        return Fixtures.json("bins80/expected.json").path("tokens");
    }

    private static float[] states(Encoded encoded) {
        return Tensors.values(encoded.states());
    }

    /** Correlation. */
    private static double alike(float[] some, float[] others) {
        double product = 0;
        double own = 0;
        double theirs = 0;
        for (int i = 0; i < some.length; i++) {
            product += (double) some[i] * others[i];
            own += (double) some[i] * some[i];
            theirs += (double) others[i] * others[i];
        }
        return product / Math.sqrt(own * theirs);
    }

    private String encoder(List<Precision> preferred) throws IOException {
        return ModelFiles.in(folder, preferred).encoder().getFileName().toString();
    }

    private List<String> decoder(List<Precision> preferred) throws IOException {
        return ModelFiles.in(folder, preferred).decoder().stream()
                .map(it -> it.getFileName().toString())
                .toList();
    }

    private void put(String... names) throws IOException {
        for (var name : names) {
            Files.createFile(folder.resolve(name));
        }
    }
}
