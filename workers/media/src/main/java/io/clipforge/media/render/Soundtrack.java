package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.Loudness;
import io.clipforge.media.Loudness.Course;
import io.clipforge.media.Loudness.Measured;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.captions.Word;
import io.clipforge.media.quality.SoundChecks;
import io.clipforge.media.sound.FloatWriter;
import io.clipforge.media.sound.Treatment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a clip's sound: cut to the sample, stereo, 48 kHz, at the loudness networks play at.
 *
 * <ol>
 *   <li>The clip's sound is made, see {@link ClipSound}, joined with that of its bumpers, and
 *       measured.
 *   <li>The gain it lacks is applied, with a limiter on the oversampled signal where peaks forbid
 *       it, and encoded.
 *   <li>The encoded sound is measured, because AAC raises peaks, and made again with a corrected
 *       gain and ceiling until it is right.
 * </ol>
 *
 * Sound that never gets louder than {@link #SILENCE_DBTP} stays as it is.
 */
final class Soundtrack {
    static final double TARGET_LUFS = -14;
    static final double MAX_TRUE_PEAK_DBTP = -1;
    static final double SILENCE_DBTP = SoundChecks.SILENCE_DBTP;
    static final int SAMPLE_RATE = FloatWriter.SAMPLE_RATE;

    private static final int ATTEMPTS = 6;
    private static final double LOUDNESS_SLACK = 0.4;

    /** Kept below the limit: decoders differ by a tenth. */
    private static final double PEAK_SLACK = 0.2;

    private static final double FIRST_CEILING_DB = -1.8;
    private static final double CAREFUL_CEILING_DB = -4;

    private final Ffmpeg ffmpeg;
    private final Loudness loudness;
    private final Path folder;
    private final Reel reel;
    private final Duration length;
    private final boolean careful;

    /**
     * @param careful whether peaks are kept far from the limit from the beginning
     */
    Soundtrack(Ffmpeg ffmpeg, Path folder, Reel reel, boolean careful) {
        this.careful = careful;
        this.ffmpeg = ffmpeg;
        this.loudness = new Loudness(ffmpeg);
        this.folder = folder;
        this.reel = reel;
        this.length = Duration.ofNanos(Math.round(reel.seconds() * 1e9));
    }

    /**
     * @param file AAC in MP4
     * @param source the sound before it was brought to its loudness
     * @param silent too quiet to be raised
     */
    record Mastered(Path file, Measured loudness, Course source, boolean silent) {}

    /** What is done to the sound, decibels. */
    private record Correction(double gain, double ceiling, boolean limited) {
        Correction after(Measured measured, boolean silent) {
            double excess = measured.truePeakDbtp() - (MAX_TRUE_PEAK_DBTP - PEAK_SLACK);
            return new Correction(
                    silent ? gain : gain + TARGET_LUFS - measured.integratedLufs(),
                    excess > 0 && limited ? ceiling - excess : ceiling,
                    limited || excess > 0);
        }

        String filter() {
            var volume = String.format(Locale.ROOT, "volume=%.2fdB", gain);
            var limiter =
                    String.format(
                            Locale.ROOT,
                            ",aresample=192000,alimiter=limit=%.5f:level=0:latency=1:attack=4:release=60,"
                                    + "aresample=%d",
                            Math.pow(10, ceiling / 20),
                            SAMPLE_RATE);
            return limited ? volume + limiter : volume;
        }
    }

    /**
     * @param audio absent for a source without sound, which gets silence
     * @param words of the source
     * @throws MediaException when the sound cannot be decoded
     */
    Mastered master(
            Path source, MediaInfo.@Nullable Audio audio, Treatment treatment, List<Word> words)
            throws MediaException, IOException, InterruptedException {
        var clip = new ClipSound(ffmpeg, folder, reel.clip(), treatment, words).make(source, audio);
        var raw = new ReelSound(ffmpeg, folder, reel).around(clip);
        var course = loudness.course(raw, 0, length);
        var before = course.whole();
        boolean silent = before.truePeakDbtp() < SILENCE_DBTP;
        double gain = silent ? 0 : TARGET_LUFS - before.integratedLufs();
        double ceiling = careful ? CAREFUL_CEILING_DB : FIRST_CEILING_DB;
        boolean peaks = before.truePeakDbtp() + gain > ceiling;
        return master(raw, new Correction(gain, ceiling, peaks), course, silent);
    }

    private Mastered master(Path raw, Correction first, Course source, boolean silent)
            throws MediaException, IOException, InterruptedException {
        var file = folder.resolve("sound.m4a");
        var correction = first;
        for (int attempt = 1; ; attempt++) {
            run(encode(raw, correction), file);
            var measured = loudness.measure(file, 0, length);
            if (attempt == ATTEMPTS || isRight(measured, silent)) {
                return new Mastered(file, measured, source, silent);
            }
            correction = correction.after(measured, silent);
        }
    }

    private static boolean isRight(Measured measured, boolean silent) {
        return measured.truePeakDbtp() <= MAX_TRUE_PEAK_DBTP - PEAK_SLACK / 2
                && (silent || Math.abs(measured.integratedLufs() - TARGET_LUFS) <= LOUDNESS_SLACK);
    }

    private static List<String> encode(Path raw, Correction correction) {
        var arguments = new ArrayList<>(Ffmpeg.input(raw));
        arguments.addAll(List.of("-af", correction.filter(), "-ar", String.valueOf(SAMPLE_RATE)));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "160k", "-bitexact", "-f", "mp4"));
        return arguments;
    }

    private void run(List<String> arguments, Path file)
            throws MediaException, IOException, InterruptedException {
        var all = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        all.addAll(arguments);
        all.add("file:" + file.toAbsolutePath());
        ffmpeg.run(all, Limits.pass(length));
    }
}
