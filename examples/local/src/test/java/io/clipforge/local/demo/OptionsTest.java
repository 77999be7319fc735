package io.clipforge.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.sdk.model.Ratio;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void withoutOptionsTheSampleBecomesThreeVerticalClips() throws Exception {
        assertEquals(
                new Options(
                        List.of(),
                        Path.of("out"),
                        List.of(Ratio.VERTICAL_9_16),
                        3,
                        Optional.empty(),
                        false,
                        false),
                Options.parse());
    }

    @Test
    void everyOptionIsTaken() throws Exception {
        assertEquals(
                new Options(
                        List.of(Path.of("talk.mp4")),
                        Path.of("there"),
                        List.of(Ratio.VERTICAL_9_16, Ratio.SQUARE_1_1),
                        12,
                        Optional.of(Path.of("talk.srt")),
                        true,
                        false),
                Options.parse(
                        "talk.mp4 --out there --ratio 9:16,1:1 --top 12 --transcript talk.srt --yes"
                                .split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--top 0",
                "--top 13",
                "--top",
                "--ratio 3:2",
                "--ratio ",
                "a.mp4 --transcript a.doc",
                "a.mp4 b.mp4 --transcript a.srt",
                "--oout x"
            })
    void whatCannotBeMeantIsRefusedWithASentence(String arguments) {
        var refusal =
                assertThrows(
                        Options.UsageException.class,
                        () -> Options.parse(arguments.split(" ", -1)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("--help"));
    }
}
