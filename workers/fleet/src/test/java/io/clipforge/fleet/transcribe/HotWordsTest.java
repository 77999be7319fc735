package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.model.WhisperModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotWordsTest {
    @TempDir Path folder;

    @Test
    void theyAreAListInTheOrderTheyWereGiven() throws Exception {
        WhisperFiles.write(folder);
        try (var model = WhisperModel.open(folder, 1)) {
            var tokens = HotWords.tokens(List.of("ClipForge", " Jörg Ångström "), model);

            assertEquals(" ClipForge, Jörg Ångström", model.tokenizer().decode(tokens));
            assertEquals(List.of(), HotWords.tokens(List.of(), model));
        }
    }

    @Test
    void noWordIsCutAndHalfOfTheRoomIsLeftForWhatWasSaid() throws Exception {
        WhisperFiles.write(folder);
        try (var model = WhisperModel.open(folder, 1)) {
            var tokens = HotWords.tokens(Collections.nCopies(100, "harbour"), model);

            assertTrue(tokens.size() > 90 && tokens.size() < 112, () -> tokens.size() + " tokens");
            assertTrue(model.tokenizer().decode(tokens).endsWith(", harbour"));
        }
    }

    @Test
    void theyChangeWhatIsHeard() throws Exception {
        WhisperFiles.write(folder);
        var wav = new Sound().noise(5).write(folder.resolve("speech.wav"));
        try (var whisper = Whisper.open(folder, WhisperOptions.of(1, Whisper.Guards.NONE))) {
            var told = whisper.recognize(wav, folder, "en", List.of("harbour"), _ -> {});
            var untold = whisper.recognize(wav, folder, "en", _ -> {});

            assertNotEquals(untold.words(), told.words());
        }
    }
}
