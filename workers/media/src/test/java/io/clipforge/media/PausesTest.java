package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausesTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;

    @Test
    void aPauseIsToldFromTheSoundAroundIt() throws Exception {
        var pauses = pauses("if(between(t\\,1\\,1.5)\\,0.001\\,0.5)");

        assertEquals(300, pauses.frames());
        assertFalse(pauses.at(50));
        assertTrue(pauses.at(120));
        assertFalse(pauses.at(200));
        assertEquals(125, pauses.quietest(0, 300), 16);
    }

    @Test
    void soundThatIsAlwaysThereHasNoPause() throws Exception {
        var pauses = pauses("0.5");

        assertFalse(pauses.at(0) || pauses.at(150) || pauses.at(299));
    }

    @Test
    void silenceIsOnePause() throws Exception {
        var pauses = pauses("0");

        assertTrue(pauses.at(0) && pauses.at(150) && pauses.at(299));
    }

    private Pauses pauses(String amplitude) throws Exception {
        var source = "aevalsrc=" + amplitude + "*sin(2*PI*400*t):s=16000:d=3";
        var file =
                new SampleMedia(FFMPEG, folder)
                        .make("sound.wav", List.of("-f", "lavfi", "-i", source));
        return Pauses.of(WavFile.open(file), 0, 48_100);
    }
}
