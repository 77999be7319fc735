package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import io.clipforge.media.cuts.JumpCuts;
import io.clipforge.media.cuts.Quiet;
import io.clipforge.media.cuts.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Leaves out of a clip what its order says, after a look at its sound. */
record Jumps(Ffmpeg ffmpeg, Path folder) {

    Timeline of(ClipOrder order, Timeline whole)
            throws MediaException, IOException, InterruptedException {
        if (!order.cut().isAsked()) {
            return whole;
        }
        var clip = new Span(whole.sourceMs(0), whole.sourceMs(whole.frames()));
        return whole.without(JumpCuts.of(order.cut(), order.words(), clip, quiet(order, whole)));
    }

    private Quiet quiet(ClipOrder order, Timeline whole)
            throws MediaException, IOException, InterruptedException {
        var audio = order.info().audio();
        if (!order.cut().silences() || audio == null) {
            return Quiet.everywhere();
        }
        var wav = folder.resolve("heard.wav");
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(List.of("-ss", seconds(whole.start()), "-t", seconds(whole.seconds())));
        arguments.addAll(Ffmpeg.input(order.source()));
        arguments.addAll(List.of("-map", "0:" + audio.index(), "-max_error_rate", "1"));
        arguments.addAll(List.of("-af", "aresample=async=1:first_pts=0", "-ac", "1"));
        arguments.addAll(List.of("-ar", String.valueOf(SpeechAudio.SAMPLE_RATE)));
        arguments.addAll(List.of("-c:a", "pcm_s16le", "-f", "wav"));
        arguments.add("file:" + wav.toAbsolutePath());
        var length = Duration.ofNanos(Math.round(whole.seconds() * 1e9));
        ffmpeg.run(arguments, Limits.pass(length));
        return Quiet.of(WavFile.open(wav), whole.sourceMs(0), order.words());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
