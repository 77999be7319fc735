package io.clipforge.media.sound;

import io.clipforge.media.MediaException;
import io.clipforge.media.MediaException.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** Lays music under a sound: repeated or trimmed to its length, faded out, ducked. */
public final class MusicBed {
    /** Between the end of the music and its beginning, when it is repeated. */
    private static final double SEAM_SECONDS = 0.01;

    private static final double FADE_OUT_SECONDS = 2;

    /** Most of a clip in which the music fades. */
    private static final double FADE_OUT_SHARE = 0.25;

    private MusicBed() {}

    /**
     * As long as the clip, as loud as it is.
     *
     * @param music samples without a header
     * @param samples of the clip
     * @throws MediaException when the music has none
     */
    public static void lay(Path music, long samples, Path wav) throws MediaException, IOException {
        try (var from = FloatReader.raw(music);
                var to = new FloatWriter(wav, samples)) {
            long period = from.samples();
            if (period == 0) {
                throw new MediaException(Reason.UNDECODABLE, "the music has no sound", "");
            }
            double seam = Math.min(SEAM_SECONDS * FloatWriter.SAMPLE_RATE, period / 4.0);
            double fade =
                    Math.min(FADE_OUT_SECONDS * FloatWriter.SAMPLE_RATE, FADE_OUT_SHARE * samples);
            for (long done = 0; done < samples; ) {
                long place = done % period;
                int count =
                        (int)
                                Math.min(
                                        FloatWriter.SAMPLE_RATE,
                                        Math.min(period - place, samples - done));
                var block = from.read(place, count);
                for (int i = 0; i < count; i++) {
                    boolean begins = done + i < period;
                    boolean ends = done + i + (period - place - i) >= samples;
                    double in = begins ? 1 : (place + i + 0.5) / seam;
                    double out = ends ? 1 : (period - place - i - 0.5) / seam;
                    double end = (samples - done - i - 0.5) / fade;
                    scale(block, i, Math.min(1, Math.min(end, Math.min(in, out))));
                }
                to.write(block);
                done += count;
            }
        }
    }

    /**
     * Both together.
     *
     * @param gainDb of the music where it is not ducked
     */
    public static void mix(Path sound, Path music, double gainDb, Ducking ducking, Path wav)
            throws IOException {
        try (var one = FloatReader.wav(sound);
                var other = FloatReader.wav(music);
                var to = new FloatWriter(wav, one.samples())) {
            long samples = one.samples();
            for (long done = 0; done < samples; ) {
                int count = (int) Math.min(FloatWriter.SAMPLE_RATE, samples - done);
                var mixed = one.read(done, count);
                var bed = other.read(done, count);
                for (int i = 0; i < count; i++) {
                    double ms = (done + i) * 1000.0 / FloatWriter.SAMPLE_RATE;
                    scale(bed, i, Math.pow(10, (gainDb - ducking.depth(ms)) / 20));
                }
                for (int i = 0; i < mixed.length; i++) {
                    mixed[i] += bed[i];
                }
                to.write(mixed);
                done += count;
            }
        }
    }

    private static void scale(float[] samples, int at, double gain) {
        for (int channel = 0; channel < FloatWriter.CHANNELS; channel++) {
            samples[at * FloatWriter.CHANNELS + channel] *= (float) gain;
        }
    }
}
