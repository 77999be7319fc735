package io.clipforge.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiarizationTest {
    private final Diarization diarization =
            new Diarization(
                    List.of(
                            new Turn("speaker_1", 1, 5),
                            new Turn("speaker_2", 4.5, 8),
                            new Turn("speaker_1", 12, 13)));

    @Test
    void aWordIsOfWhoSpeaksForMostOfIt() {
        assertEquals(Optional.of("speaker_1"), diarization.speaker(4, 4.9));
        assertEquals(Optional.of("speaker_2"), diarization.speaker(4.6, 5.4));
    }

    @Test
    void aWordInSilenceIsOfWhoIsNearest() {
        assertEquals(Optional.of("speaker_1"), diarization.speaker(0, 0.5));
        assertEquals(Optional.of("speaker_2"), diarization.speaker(8.5, 9));
        assertEquals(Optional.of("speaker_1"), diarization.speaker(11, 11.5));
    }

    @Test
    void whereNobodySpeaksAWordIsOfNobody() {
        assertEquals(Optional.empty(), new Diarization(List.of()).speaker(1, 2));
    }

    @Test
    void speakersAreInTheOrderOfTheirFirstTurn() {
        assertEquals(List.of("speaker_1", "speaker_2"), diarization.speakers());
    }
}
