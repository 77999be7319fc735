package io.clipforge.media;

import io.clipforge.media.MediaException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Extracts the sound of a file as 16 kHz mono WAV, 16 bits. Its time zero is that of the file: a
 * track that starts late, or has gaps, is filled with silence.
 */
public final class SpeechAudio {
    /** Hertz. */
    public static final int SAMPLE_RATE = 16_000;

    private final Ffmpeg ffmpeg;

    public SpeechAudio(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * @param damaged parts of the track could not be decoded; the rest is there
     */
    public record Extracted(WavFile wav, boolean damaged) {}

    /**
     * @throws MediaException {@link Reason#UNDECODABLE} when nothing of the track decodes
     */
    public Extracted extract(
            Path source, MediaInfo info, MediaInfo.Audio track, Path wav, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(Ffmpeg.input(source));
        arguments.addAll(List.of("-map", "0:" + track.index()));
        // without a rate of 1 ffmpeg gives up when two thirds of the packets are damaged
        arguments.addAll(List.of("-max_error_rate", "1"));
        arguments.addAll(List.of("-af", "aresample=async=1:first_pts=0"));
        arguments.addAll(List.of("-ac", "1", "-ar", String.valueOf(SAMPLE_RATE)));
        arguments.addAll(List.of("-c:a", "pcm_s16le", "-map_metadata", "-1"));
        arguments.addAll(List.of("-bitexact", "-f", "wav", "file:" + wav.toAbsolutePath()));
        var limits = Limits.pass(info.duration());
        var result = ffmpeg.run(arguments, limits, info.duration(), progress);
        var extracted = WavFile.open(wav);
        if (extracted.samples() == 0) {
            throw new MediaException(Reason.UNDECODABLE, "no sound decodes", result.log());
        }
        return new Extracted(extracted, !result.log().isBlank());
    }
}
