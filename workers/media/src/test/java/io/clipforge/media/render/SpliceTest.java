package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.cuts.Span;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpliceTest {
    private static final int RATE = 48_000;
    private static final int FADE = 480;

    @TempDir Path folder;

    @Test
    void eachSampleStaysWithItsFrame() throws Exception {
        var timeline =
                new Timeline(0, new FrameRate(30000, 1001), 300)
                        .without(List.of(new Span(1000, 2000), new Span(5000, 6500)));

        var joined = join(timeline, sample -> sample);

        assertEquals(Math.round(timeline.seconds() * RATE), joined.length);
        int before = 0;
        for (var kept : timeline.kept()) {
            int middle = before + kept.frames() / 2;
            double expected = timeline.rate().seconds(kept.from() + kept.frames() / 2) * RATE;
            double found = joined[(int) Math.round(timeline.rate().seconds(middle) * RATE)];
            assertEquals(expected, found, 1.51);
            before += kept.frames();
        }
    }

    @Test
    void theSoundFadesAtBothSidesOfAJumpAndNowhereElse() throws Exception {
        var timeline =
                new Timeline(0, new FrameRate(25, 1), 100).without(List.of(new Span(1000, 2000)));

        var joined = join(timeline, _ -> 1);

        assertEquals(3 * RATE, joined.length);
        for (int i = 0; i < joined.length; i++) {
            double away = Math.abs(i + 0.5 - RATE);
            assertEquals(Math.min(1, away / FADE), joined[i], 1e-4);
        }
        assertTrue(joined[RATE] < 0.01 && joined[0] == 1 && joined[joined.length - 1] == 1);
    }

    private interface Wave {
        double at(int sample);
    }

    /** The left channel of what is joined. */
    private float[] join(Timeline timeline, Wave wave) throws Exception {
        int count = (int) Math.round(timeline.reachSeconds() * RATE);
        var raw = ByteBuffer.allocate(count * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            raw.putFloat((float) wave.at(i)).putFloat((float) wave.at(i));
        }
        var file = Files.write(folder.resolve("raw"), raw.array());
        var wav = folder.resolve("joined.wav");
        new Splice(timeline).join(file, wav);
        var bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        var joined = new float[bytes.position(44).remaining() / 8];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = bytes.getFloat(44 + 8 * i);
        }
        return joined;
    }
}
