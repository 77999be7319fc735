package io.clipforge.media.render;

import io.clipforge.media.sound.FloatReader;
import io.clipforge.media.sound.FloatWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Joins what a clip keeps of a sound, sample by sample with its picture. At each side of a jump the
 * sound fades within {@link #FADE_SECONDS}, so that it does not click.
 */
record Splice(Timeline timeline) {
    static final double FADE_SECONDS = 0.01;

    /**
     * @param raw from the clip's first frame to its last, without a header
     * @param wav is written
     */
    void join(Path raw, Path wav) throws IOException {
        try (var from = FloatReader.raw(raw);
                var to = new FloatWriter(wav, sample(timeline.frames()))) {
            int before = 0;
            for (var kept : timeline.kept()) {
                int behind = before + kept.frames();
                // counted on the clip's clock: the length of a frame need not be whole samples
                long count = sample(behind) - sample(before);
                boolean fadesIn = before > 0;
                boolean fadesOut = behind < timeline.frames();
                copy(from, to, sample(kept.from()), count, 1, fadesIn, fadesOut);
                before = behind;
            }
        }
    }

    /**
     * @param first sample
     * @param count of samples
     * @param gain factor
     */
    static void copy(
            FloatReader from,
            FloatWriter to,
            long first,
            long count,
            double gain,
            boolean fadesIn,
            boolean fadesOut)
            throws IOException {
        double fade = FADE_SECONDS * FloatWriter.SAMPLE_RATE;
        for (long done = 0; done < count; ) {
            int block = (int) Math.min(count - done, FloatWriter.SAMPLE_RATE);
            var samples = from.read(first + done, block);
            for (int i = 0; i < samples.length; i++) {
                double at = done + Math.floorDiv(i, FloatWriter.CHANNELS) + 0.5;
                double in = fadesIn ? at / fade : 1;
                double out = fadesOut ? (count - at) / fade : 1;
                samples[i] *= (float) (gain * Math.min(1, Math.min(in, out)));
            }
            to.write(samples);
            done += block;
        }
    }

    /** The sample at which a frame begins. */
    private long sample(int frame) {
        return Math.round(timeline.rate().seconds(frame) * FloatWriter.SAMPLE_RATE);
    }
}
