package io.clipforge.media;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clipforge.media.MediaException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at a stranger's file with ffprobe. */
public final class Probe {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Only what is read: tags of a stranger may be of any length. */
    private static final String ENTRIES =
            "format=format_name,duration,start_time,probe_score:format_tags=major_brand"
                    + ":stream=index,codec_type,codec_name,width,height,sample_aspect_ratio"
                    + ",avg_frame_rate,r_frame_rate,start_time,duration,channels,sample_rate"
                    + ":stream_disposition=default,attached_pic,still_image,timed_thumbnails"
                    + ":stream_side_data=rotation";

    /** At or below this score ffmpeg itself only guesses. */
    private static final int GUESS = 25;

    private final Ffmpeg ffmpeg;

    public Probe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * The name of the file weighs in when its content is ambiguous; give a stranger's file a name
     * without an ending first.
     *
     * @throws MediaException {@link Reason#UNSUPPORTED} when it is neither sound nor film, {@link
     *     Reason#UNDECODABLE} when it is, but damaged
     */
    public MediaInfo inspect(Path file) throws MediaException, IOException, InterruptedException {
        var root = JSON.readTree(print(file));
        if (root.path("format").path("probe_score").asInt(100) <= GUESS) {
            throw unsupported("content of no known format");
        }
        var info = new ProbeReport(root).read(Files.size(file));
        if (info.video() == null && info.audio() == null) {
            throw unsupported("neither sound nor picture");
        }
        return info.duration().isZero() ? info.withDuration(readThrough(file)) : info;
    }

    /** Some recorders never write a length: then it is where the last packet ends. */
    private Duration readThrough(Path file)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-progress", "pipe:1"));
        arguments.addAll(Ffmpeg.input(file));
        arguments.addAll(List.of("-map", "0:a?", "-map", "0:V?", "-c", "copy"));
        arguments.addAll(List.of("-f", "null", "-"));
        var last = ProgressLines.ofTime(Duration.ZERO, _ -> {});
        var log = ffmpeg.lines(arguments, Limits.pass(Duration.ofHours(1)), last).log();
        if (!last.written().isPositive()) {
            throw new MediaException(Reason.UNDECODABLE, "nothing in it plays", log);
        }
        return last.written();
    }

    private String print(Path file) throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-of", "json"));
        arguments.addAll(List.of("-show_entries", ENTRIES));
        arguments.addAll(Ffmpeg.input(file));
        try {
            return ffmpeg.probe(arguments, Limits.glance()).output();
        } catch (MediaException e) {
            throw e.reason() == Reason.UNDECODABLE && unknown(e.log())
                    ? new MediaException(Reason.UNSUPPORTED, "no known format", e.log())
                    : e;
        }
    }

    /** A demuxer that took the file and then stumbled puts its name before its complaint. */
    private static boolean unknown(String log) {
        return log.contains("not on whitelist") || log.lines().noneMatch(it -> it.startsWith("["));
    }

    private static MediaException unsupported(String message) {
        return new MediaException(Reason.UNSUPPORTED, message, "");
    }
}
