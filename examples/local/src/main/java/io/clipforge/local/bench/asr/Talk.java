package io.clipforge.local.bench.asr;

import io.clipforge.local.sample.SampleVideo;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import java.nio.file.Path;
import java.util.Objects;

/** The demo's talk, two minutes of it, as recognizers take it. */
public final class Talk {
    private Talk() {}

    /** Makes it there, from its video. */
    public static WavFile in(Path folder) throws Exception {
        var ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
        var video = SampleVideo.in(folder.resolve("talk")).video();
        var info = new Probe(ffmpeg).inspect(video);
        var audio = Objects.requireNonNull(info.audio());
        return new SpeechAudio(ffmpeg)
                .extract(video, info, audio, folder.resolve("speech.wav"), _ -> {})
                .wav();
    }
}
