package io.clipforge.fleet.transcribe.pocketsphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.transcribe.Sound;
import io.clipforge.fleet.transcribe.pocketsphinx.SpeechSegments.Segment;
import io.clipforge.media.SpeechAudio;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechSegmentsTest {
    @TempDir Path folder;

    @Test
    void soundIsCutInTheMiddleOfItsPauses() throws Exception {
        var segments = segments(new Sound().noise(3).silence(0.4).noise(5).silence(0.4).noise(4));

        assertEquals(List.of(0.0, 3.2, 8.6), segments.stream().map(this::start).toList());
        assertEquals(12.8, end(segments.getLast()), 0.011);
    }

    @Test
    void aShortPauseInsideOfAWordIsNoPause() throws Exception {
        assertEquals(1, segments(new Sound().noise(4).silence(0.15).noise(4)).size());
    }

    @Test
    void soundWithoutPausesIsCutToPiecesThatTogetherHoldAllOfIt() throws Exception {
        var segments = segments(new Sound().noise(50));

        assertTrue(segments.size() >= 4);
        double at = 0;
        for (var segment : segments) {
            assertEquals(at, start(segment), 1e-9);
            assertTrue(end(segment) - start(segment) <= 15);
            at = end(segment);
        }
        assertEquals(50, at, 0.011);
    }

    @Test
    void silenceIsNotRecognized() throws Exception {
        assertEquals(List.of(), segments(new Sound().silence(40)));
        assertEquals(List.of(), segments(new Sound()));
    }

    @Test
    void longSilencesAreLeftOutAroundSound() throws Exception {
        var segments = segments(new Sound().silence(60).noise(1).silence(5).noise(1).silence(60));

        assertEquals(List.of(59.7, 65.7), segments.stream().map(this::start).toList());
        assertEquals(List.of(61.3, 67.3), segments.stream().map(this::end).toList());
    }

    private List<Segment> segments(Sound sound) throws Exception {
        return SpeechSegments.of(sound.write(folder.resolve("sound.wav")));
    }

    private double start(Segment segment) {
        return (double) segment.first() / SpeechAudio.SAMPLE_RATE;
    }

    private double end(Segment segment) {
        return (double) (segment.first() + segment.count()) / SpeechAudio.SAMPLE_RATE;
    }
}
