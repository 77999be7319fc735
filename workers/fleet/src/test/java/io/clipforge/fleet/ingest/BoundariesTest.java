package io.clipforge.fleet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.transcribe.Sound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundariesTest {
    @TempDir Path folder;

    @Test
    void anAssetOfUpToOneAndAHalfPartsStaysWhole() throws Exception {
        assertEquals(List.of(), boundaries(new Sound().noise(15), 15_000, 10_000));
        assertEquals(1, boundaries(new Sound().noise(15.1), 15_100, 10_000).size());
    }

    @Test
    void theMiddleOfTheLongestPauseIsTaken() throws Exception {
        var sound =
                new Sound().noise(8.5).silence(0.3).noise(0.7).silence(0.6).noise(1).silence(0.2);

        assertEquals(9800.0, boundaries(sound.noise(8.7), 20_000, 10_000).getFirst(), 10);
    }

    @Test
    void ofLongPausesTheNearestIsTaken() throws Exception {
        var sound = new Sound().noise(8).silence(1).noise(0.7).silence(0.6).noise(9.7);

        assertEquals(10_000.0, boundaries(sound, 20_000, 10_000).getFirst(), 10);
    }

    @Test
    void ofEqualPausesTheNearestIsTaken() throws Exception {
        var sound = new Sound().noise(8.3).silence(0.4).noise(2.4).silence(0.4).noise(8.5);

        assertEquals(11_300.0, boundaries(sound, 20_000, 10_000).getFirst(), 10);
    }

    @Test
    void withoutAPauseTheQuietestPlaceIsTaken() throws Exception {
        var sound = new Sound().noise(9).silence(0.05).noise(11);

        assertEquals(9025.0, boundaries(sound, 20_050, 10_000).getFirst(), 110);
    }

    @Test
    void silenceIsCutIntoEqualParts() throws Exception {
        var boundaries = boundaries(new Sound().silence(40), 40_000, 10_000);

        assertEquals(List.of(10_000L, 20_000L, 30_000L), boundaries);
    }

    @Test
    void aPictureThatOutlastsTheSoundIsCutToo() throws Exception {
        var boundaries = boundaries(new Sound().noise(19), 40_000, 10_000);

        assertEquals(3, boundaries.size());
        assertEquals(20_000, boundaries.get(1));
        assertEquals(30_000, boundaries.get(2));
    }

    @Test
    void everyPartHasItsLength() throws Exception {
        var random = new Random(5);
        var sound = new Sound();
        while (sound.lengthMs() < 60_000) {
            sound.noise(random.nextDouble(3)).silence(random.nextDouble(0.7));
        }
        for (long duration = 1000; duration < 70_000; duration += 700) {
            for (long partMs : List.of(700L, 5000L, 10_000L, 25_000L)) {
                assertLengths(boundaries(sound, duration, partMs), duration, partMs);
            }
        }
    }

    private static void assertLengths(List<Long> boundaries, long duration, long partMs) {
        assertEquals(duration > 1.5 * partMs, !boundaries.isEmpty());
        var ends = new ArrayList<>(boundaries);
        ends.add(duration);
        long start = 0;
        for (int i = 0; i < ends.size(); i++) {
            long length = ends.get(i) - start;
            var what = "%d of %s at %d".formatted(i, ends, partMs);
            assertTrue(length <= 1.7 * partMs || ends.size() == 1, what);
            assertTrue(length >= Math.min((double) duration, 0.5 * partMs), what);
            start = ends.get(i);
        }
    }

    private List<Long> boundaries(Sound sound, long durationMs, long partMs) throws Exception {
        return Boundaries.of(sound.write(folder.resolve("sound.wav")), durationMs, partMs);
    }
}
