package io.clipforge.fleet.ingest;

import io.clipforge.fleet.JobContext;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Waveform;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.Poster;
import io.clipforge.media.Probe;
import io.clipforge.media.Proxy;
import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Makes the files of one ingest in its workspace, or refuses the source. */
final class Derivation {
    private static final int WAVEFORM_VALUES = 4000;
    private static final long WAVEFORM_STEP_MS = 10;

    private final Ffmpeg ffmpeg;
    private final JobContext context;
    private final Path source;

    Derivation(Ffmpeg ffmpeg, JobContext context, Path source) {
        this.ffmpeg = ffmpeg;
        this.context = context;
        this.source = source;
    }

    MediaInfo probe() throws Refusal, IOException, InterruptedException {
        Step.PROBE.begin(context);
        if (Files.size(source) == 0) {
            throw new Refusal(JobProblem.UNSUPPORTED_MEDIA, "The file is empty.", null);
        }
        try {
            return new Probe(ffmpeg).inspect(source);
        } catch (MediaException e) {
            throw Refusal.of(e, "The file is damaged or cut short: it cannot be opened.");
        }
    }

    WavFile audio(MediaInfo info) throws Refusal, IOException, InterruptedException {
        Step.AUDIO.begin(context);
        if (info.audio() == null) {
            throw new Refusal(JobProblem.NO_AUDIO, "The file has no sound track.", null);
        }
        try {
            var extracted =
                    new SpeechAudio(ffmpeg)
                            .extract(
                                    source,
                                    info,
                                    info.audio(),
                                    file("audio.wav"),
                                    Step.AUDIO.within(context));
            if (extracted.damaged()) {
                Step.DAMAGED_AUDIO.begin(context);
            }
            return extracted.wav();
        } catch (MediaException e) {
            throw Refusal.of(e, "The file has a sound track, but nothing of it can be decoded.");
        }
    }

    Waveform waveform(WavFile wav) throws IOException {
        Step.WAVEFORM.begin(context);
        long hop = hopMs(wav.duration());
        var peaks = wav.peaks(Duration.ofMillis(hop)).stream().map(Derivation::rounded).toList();
        return new Waveform(hop, peaks);
    }

    Picture picture(MediaInfo info, MediaInfo.Video video)
            throws Refusal, IOException, InterruptedException {
        var poster = file("poster.jpg");
        var proxy = file("proxy.mp4");
        try {
            Step.POSTER.begin(context);
            new Poster(ffmpeg).take(source, info, video, poster);
            Step.PROXY.begin(context);
            var made =
                    new Proxy(ffmpeg).make(source, info, video, proxy, Step.PROXY.within(context));
            double rate = Objects.requireNonNull(made.video()).frameRate();
            return new Picture(proxy, poster, made.duration(), rate);
        } catch (MediaException e) {
            throw undecodablePicture(e);
        }
    }

    static Refusal undecodablePicture(MediaException cause) {
        return Refusal.of(cause, "The file has a picture track, but nothing of it can be decoded.");
    }

    /** Fine enough for a player, bounded for a long file. */
    private static long hopMs(Duration length) {
        long steps = length.toMillis() / (WAVEFORM_VALUES * WAVEFORM_STEP_MS) + 1;
        return Math.max(2, steps) * WAVEFORM_STEP_MS;
    }

    private static double rounded(double peak) {
        return Math.round(peak * 1000) / 1000.0;
    }

    private Path file(String name) {
        return context.workspace().resolve(name);
    }
}
