package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.MediaException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechAudioTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    private final SpeechAudio speech = new SpeechAudio(ffmpeg);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void itIsMonoAtSixteenKilohertzAndAsLongAsTheSource() throws Exception {
        var seen = new ArrayList<Double>();

        var extracted = extract(media.video("film.mp4", 3), seen);

        assertEquals(16_000, extracted.wav().sampleRate());
        assertEquals(3.0, SampleMedia.seconds(extracted.wav().duration()), 0.03);
        assertEquals(44, extracted.wav().dataOffset());
        assertFalse(extracted.damaged());
        assertEquals(1.0, seen.getLast(), 0.02);
    }

    @Test
    void aTrackThatStartsLateBeginsWithSilence() throws Exception {
        var file =
                media.make(
                        "late.mp4",
                        List.of("-f", "lavfi", "-i", "testsrc=d=2"),
                        List.of("-itsoffset", "0.5", "-f", "lavfi", "-i", "sine=d=1"),
                        List.of("-c:v", "libopenh264"));

        var wav = extract(file, new ArrayList<>()).wav();

        assertEquals(1.5, SampleMedia.seconds(wav.duration()), 0.03);
        var peaks = wav.peaks(Duration.ofMillis(100));
        assertEquals(0.0, peaks.get(3), 0.001);
        assertTrue(peaks.get(7) > 0.1, peaks.toString());
    }

    @Test
    void whatDecodesOfADamagedTrackIsKept() throws Exception {
        var whole = media.tone("tone.mp3", 4, 440);

        var extracted = extract(media.damaged(whole, "damaged"), new ArrayList<>());

        assertTrue(extracted.damaged());
        assertTrue(extracted.wav().duration().toMillis() > 1500);
        assertTrue(extracted.wav().peaks(Duration.ofMillis(100)).get(5) > 0.1);
    }

    @Test
    void aTrackOfWhichNothingDecodesIsUndecodable() throws Exception {
        var bytes = Files.readAllBytes(media.tone("tone.flac", 4, 440));
        var info = new Probe(ffmpeg).inspect(folder.resolve("tone.flac"));
        // everything behind the header that the probe reads
        Arrays.fill(bytes, 100, bytes.length, (byte) 0);
        var file = Files.write(folder.resolve("damaged"), bytes);
        var track = Objects.requireNonNull(info.audio());

        var failure =
                assertThrows(
                        MediaException.class,
                        () -> speech.extract(file, info, track, folder.resolve("a.wav"), _ -> {}));

        assertEquals(Reason.UNDECODABLE, failure.reason());
    }

    private SpeechAudio.Extracted extract(Path file, List<Double> seen) throws Exception {
        var info = new Probe(ffmpeg).inspect(file);
        var track = Objects.requireNonNull(info.audio());
        return speech.extract(file, info, track, folder.resolve("audio.wav"), seen::add);
    }
}
