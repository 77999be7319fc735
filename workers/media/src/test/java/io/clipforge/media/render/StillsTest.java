package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillsTest {
    @TempDir Path folder;
    private Stills stills;

    @BeforeEach
    void writeCandidates() {
        stills = new Stills(folder, "still-%d.jpg", List.of(10, 20, 30, 40));
        candidate(1, "color=black:s=320x240");
        candidate(2, "testsrc2=s=320x240,gblur=sigma=4");
        candidate(3, "testsrc2=s=320x240");
        candidate(4, "testsrc2=s=320x240,gblur=sigma=1");
    }

    @Test
    void theSharpestIsTaken() throws Exception {
        assertEquals(folder.resolve("still-3.jpg"), stills.best(_ -> false));
    }

    @Test
    void aFaceIsWorthSomeSharpness() throws Exception {
        assertEquals(folder.resolve("still-4.jpg"), stills.best(frame -> frame == 40));
    }

    @Test
    void candidatesAreSpreadOverTheClipAndNeverDoubled() {
        assertEquals(List.of(5, 15, 25, 35, 45, 55, 65, 75), Stills.plan(folder, "x", 80).frames());
        assertEquals(List.of(0, 1), Stills.plan(folder, "x", 2).frames());
    }

    private void candidate(int number, String source) {
        new SampleMedia(new Ffmpeg(FfmpegSettings.bundled()), folder)
                .make(
                        "still-" + number + ".jpg",
                        List.of("-f", "lavfi", "-i", source, "-frames:v", "1", "-update", "1"));
    }
}
