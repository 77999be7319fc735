package io.clipforge.fleet.analyze;

import io.clipforge.fleet.StoredSound;
import io.clipforge.jobs.Part;
import io.clipforge.media.Levels;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How loud a sound is over time: root mean square of each hop, dB full scale, −120 to 0. The hops
 * are those of the whole asset: a part has the ones that begin in it.
 */
final class SoundLevels {
    static final long HOP_MS = 100;

    private SoundLevels() {}

    static List<Double> of(WavFile sound) throws IOException {
        int hop = (int) (sound.sampleRate() * HOP_MS / 1000);
        return Arrays.stream(Levels.of(sound, 0, sound.samples(), hop))
                .map(it -> Math.round(it * 10) / 10.0)
                .boxed()
                .toList();
    }

    /** Fewer than {@link #hops} where the sound ends early. */
    static List<Double> of(StoredSound sound, Part part) throws IOException, InterruptedException {
        return of(
                sound.stretch(
                        hopsUntil(part.startMs()) * HOP_MS, hopsUntil(part.endMs()) * HOP_MS));
    }

    /** The hops that begin at a time or later, to the end of the sound. */
    static List<Double> from(StoredSound sound, long startMs)
            throws IOException, InterruptedException {
        long first = hopsUntil(startMs) * HOP_MS;
        return of(sound.stretch(first, first + HOP_MS));
    }

    static long hops(Part part) {
        return hopsUntil(part.endMs()) - hopsUntil(part.startMs());
    }

    private static long hopsUntil(long timeMs) {
        return Math.ceilDiv(timeMs, HOP_MS);
    }
}
