package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.Loudness;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.captions.Word;
import io.clipforge.media.sound.Denoise;
import io.clipforge.media.sound.Ducking;
import io.clipforge.media.sound.FloatWriter;
import io.clipforge.media.sound.Music;
import io.clipforge.media.sound.MusicBed;
import io.clipforge.media.sound.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clip's sound before it is brought to its loudness: decoded once, without its noise, joined
 * where the clip jumps, music under it.
 *
 * @param words of the source
 */
record ClipSound(
        Ffmpeg ffmpeg, Path folder, Timeline timeline, Treatment treatment, List<Word> words) {
    private static final int SAMPLE_RATE = FloatWriter.SAMPLE_RATE;

    /**
     * @param audio absent for a source without sound, which gets silence
     * @return WAV, stereo, 48 kHz, 32-bit floats
     * @throws MediaException when the sound, or the music, cannot be decoded
     */
    Path make(Path source, MediaInfo.@Nullable Audio audio)
            throws MediaException, IOException, InterruptedException {
        var raw = folder.resolve("raw.wav");
        if (!timeline.jumps() && treatment.equals(Treatment.NONE)) {
            return run(audio == null ? silence() : cut(source, audio, "wav"), raw);
        }
        var reached = folder.resolve("reached.f32");
        if (audio == null) {
            Files.createFile(reached);
        } else {
            run(cut(source, audio, "f32le"), reached);
        }
        new Splice(timeline).join(treatment.denoise() ? denoised(reached) : reached, raw);
        var music = treatment.music();
        return music == null ? raw : mixed(raw, music);
    }

    /** From the clip's first frame to its last, whatever it jumps over. */
    private List<String> cut(Path source, MediaInfo.Audio audio, String format) {
        long samples = Math.round(timeline.reachSeconds() * SAMPLE_RATE);
        var arguments = new ArrayList<>(List.of("-ss", seconds(timeline.start())));
        arguments.addAll(List.of("-t", seconds(reach().toNanos() / 1e9 + 0.1)));
        arguments.addAll(Ffmpeg.input(source));
        arguments.addAll(List.of("-map", "0:" + audio.index(), "-max_error_rate", "1"));
        // gaps and a late start become silence; mono goes to both sides as it is
        var stereo = audio.channels() == 1 ? "pan=stereo|c0=c0|c1=c0" : "aformat=cl=stereo";
        var filter =
                "aresample=%d:async=1:first_pts=0,%s,apad=whole_len=%d,atrim=end_sample=%d"
                        .formatted(SAMPLE_RATE, stereo, samples, samples);
        var filters = treatment.denoise() ? filter + "," + Denoise.RUMBLE : filter;
        arguments.addAll(List.of("-af", filters, "-c:a", "pcm_f32le", "-f", format));
        return arguments;
    }

    private List<String> silence() {
        long samples = Math.round(timeline.seconds() * SAMPLE_RATE);
        var source = "anullsrc=r=%d:cl=stereo,atrim=end_sample=%d".formatted(SAMPLE_RATE, samples);
        return List.of("-f", "lavfi", "-i", source, "-c:a", "pcm_f32le", "-f", "wav");
    }

    private Path denoised(Path reached) throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-f", "f32le", "-ar", String.valueOf(SAMPLE_RATE)));
        arguments.addAll(List.of("-ac", "2", "-i", "file:" + reached.toAbsolutePath()));
        arguments.addAll(List.of("-af", Denoise.filter(reached)));
        arguments.addAll(List.of("-c:a", "pcm_f32le", "-f", "f32le"));
        return run(arguments, folder.resolve("denoised.f32"));
    }

    private Path mixed(Path sound, Music music)
            throws MediaException, IOException, InterruptedException {
        var decoded = folder.resolve("music.f32");
        var arguments = new ArrayList<>(List.of("-t", seconds(timeline.seconds())));
        arguments.addAll(music.input());
        arguments.addAll(List.of("-map", "0:a:0", "-max_error_rate", "1"));
        arguments.addAll(List.of("-af", "aresample=%d,aformat=cl=stereo".formatted(SAMPLE_RATE)));
        arguments.addAll(List.of("-c:a", "pcm_f32le", "-f", "f32le"));
        run(arguments, decoded);
        long samples = Math.round(timeline.seconds() * SAMPLE_RATE);
        var laid = folder.resolve("music.wav");
        MusicBed.lay(decoded, samples, laid);
        var length = Duration.ofNanos(Math.round(timeline.seconds() * 1e9));
        var loudness = new Loudness(ffmpeg);
        var own = loudness.measure(sound, 0, length);
        boolean silent = own.truePeakDbtp() < Soundtrack.SILENCE_DBTP;
        var spoken = timeline.words(words);
        if (silent && !spoken.isEmpty()) {
            return sound; // music must not hide that what is said cannot be heard
        }
        double wanted = (silent ? Soundtrack.TARGET_LUFS : own.integratedLufs()) + music.gainDb();
        double loud = loudness.measure(laid, 0, length).integratedLufs();
        if (loud <= Loudness.SILENCE_LUFS) {
            return sound; // nothing of it would be heard but its noise
        }
        double gain = wanted - loud;
        var ducking = Ducking.under(spoken, timeline.lengthMs());
        var mixed = folder.resolve("mixed.wav");
        MusicBed.mix(sound, laid, gain, ducking, mixed);
        return mixed;
    }

    private Path run(List<String> arguments, Path file)
            throws MediaException, IOException, InterruptedException {
        var all = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        all.addAll(arguments);
        all.add("file:" + file.toAbsolutePath());
        ffmpeg.run(all, Limits.pass(reach()));
        return file;
    }

    private Duration reach() {
        return Duration.ofNanos(Math.round(timeline.reachSeconds() * 1e9));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
