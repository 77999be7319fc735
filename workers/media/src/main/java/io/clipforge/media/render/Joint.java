package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Joins bumpers to a clip that is encoded already. They are encoded apart, each once for all
 * shapes, by the same encoder with the same settings, so that the streams only have to be put one
 * behind the other.
 *
 * @param folder where the clip's files lie
 */
record Joint(Ffmpeg ffmpeg, VideoEncoder encoder, Reel reel, Path folder) {

    /**
     * Writes the finished files, unless the clip stands alone.
     *
     * @param sound from the intro's first frame to the outro's last
     */
    void join(List<Shape> shapes, Path sound)
            throws MediaException, IOException, InterruptedException {
        if (reel.isClipAlone()) {
            return;
        }
        encode(reel.intro(), "intro", shapes);
        encode(reel.outro(), "outro", shapes);
        for (var shape : shapes) {
            join(shape, sound);
        }
    }

    private void encode(@Nullable OpenBumper bumper, String name, List<Shape> shapes)
            throws MediaException, IOException, InterruptedException {
        if (bumper == null) {
            return;
        }
        var timeline = bumper.timeline(reel.rate());
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(List.of("-max_error_rate", "1"));
        arguments.addAll(List.of("-t", seconds(timeline.seconds() + 1)));
        arguments.addAll(bumper.input());
        for (var shape : shapes) {
            var label = "v" + shapes.indexOf(shape);
            var graph =
                    bumper.filters(reel.rate(), shape.frame(), "framed")
                            + "[framed]%s[%s]".formatted(RenderRun.ENCODABLE, label);
            arguments.addAll(List.of("-filter_complex", graph, "-map", "[" + label + "]"));
            arguments.addAll(encoder.arguments(shape.frame(), reel.rate()));
            arguments.addAll(List.of("-frames:v", String.valueOf(timeline.frames())));
            arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-f", "mp4"));
            arguments.add("file:" + part(name, shape).toAbsolutePath());
        }
        ffmpeg.run(arguments, limits(timeline.seconds() * shapes.size()));
    }

    private void join(Shape shape, Path sound)
            throws MediaException, IOException, InterruptedException {
        var list = new StringBuilder("ffconcat version 1.0\n");
        if (reel.intro() != null) {
            list.append(entry(part("intro", shape), reel.intro().timeline(reel.rate())));
        }
        list.append(entry(shape.alone(), reel.clip()));
        if (reel.outro() != null) {
            list.append(entry(part("outro", shape), reel.outro().timeline(reel.rate())));
        }
        var file = Files.writeString(part("join", shape), list);
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        // the parts have one set of parameters: it need not be repeated within the stream
        arguments.addAll(List.of("-f", "concat", "-safe", "0", "-auto_convert", "0"));
        arguments.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
        arguments.addAll(Ffmpeg.input(sound));
        arguments.addAll(List.of("-map", "0:v", "-map", "1:a", "-c", "copy"));
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        arguments.add("file:" + shape.video().toAbsolutePath());
        ffmpeg.run(arguments, limits(reel.seconds()));
    }

    private static String entry(Path file, Timeline timeline) {
        return "file '%s'\nduration %s\n"
                .formatted(file.getFileName(), seconds(timeline.seconds()));
    }

    /** Beside the clip's, so that a list can name it without its folder. */
    private Path part(String name, Shape shape) {
        return folder.resolve(name + "-" + shape.video().getFileName());
    }

    private static Limits limits(double seconds) {
        return Limits.pass(Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
