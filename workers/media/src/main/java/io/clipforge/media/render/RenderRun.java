package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.quality.Glimpses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one ffmpeg run that renders a clip in all its shapes: the source is decoded once, each shape
 * has a filter graph of its own, and the finished sound is copied into every file, unless bumpers
 * are going to be joined to it: then {@link Joint} does.
 */
final class RenderRun {
    /** What an encoder is given. */
    static final String ENCODABLE =
            "format=yuv420p,setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv";

    private final Reel reel;
    private final Timeline timeline;
    private final VideoEncoder encoder;
    private final Path folder;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private int inputCount;
    private int shapeCount;

    RenderRun(Reel reel, VideoEncoder encoder, Path folder) {
        this.reel = reel;
        this.timeline = reel.clip();
        this.encoder = encoder;
        this.folder = folder;
    }

    /** Adds an input and returns its number. */
    int input(List<String> arguments) {
        inputs.addAll(arguments);
        return inputCount++;
    }

    /** Adds the part of a stranger's file that the clip shows. */
    int source(Path file) {
        // a quarter of a frame early, so that rounding cannot lose the first frame
        double start = Math.max(0, timeline.start() - timeline.rate().seconds(0.25));
        var arguments = new ArrayList<>(List.of("-ss", seconds(start)));
        arguments.addAll(List.of("-t", seconds(timeline.reachSeconds() + 1)));
        arguments.addAll(Ffmpeg.input(file));
        return input(arguments);
    }

    /** Adds the finished sound, as much of it as belongs to the clip. */
    int sound(Path file) {
        var arguments = new ArrayList<String>();
        if (!reel.isClipAlone()) {
            arguments.addAll(List.of("-ss", seconds(reel.clipStart())));
            arguments.addAll(List.of("-t", seconds(timeline.seconds())));
        }
        arguments.addAll(Ffmpeg.input(file));
        return input(arguments);
    }

    /** Notes what a picture of the source shows before anything but jumps is done to it. */
    void watch(String picture) throws IOException {
        var looks =
                timeline.jumps()
                        ? PictureGraph.steady(timeline) + "," + Glimpses.filters()
                        : "fps=%d:start_time=0,tpad=stop_mode=clone:stop=-1,trim=end=%s,%s"
                                .formatted(
                                        Glimpses.RATE,
                                        seconds(timeline.seconds()),
                                        Glimpses.small());
        graph("graph-source.txt", "[%s]%s[source]".formatted(picture, looks));
        note("source", sourceNotes());
    }

    /** {@link Glimpses} of the source; missing when it was not watched. */
    Path sourceNotes() {
        return folder.resolve("source.gray");
    }

    /**
     * @param sound number of the input with the finished sound
     */
    void add(Shape shape, PictureSource.Painter painter, int sound, @Nullable Watermark watermark)
            throws IOException {
        int id = shapeCount++;
        var graph = painter.filters(shape.frame(), "picture");
        graph += watermark == null ? "[picture]" : marked(shape, watermark);
        graph +=
                "split=2[clean][thumbs];\n[thumbs]%s[still%d];\n"
                        .formatted(shape.stills().filters(), id);
        graph += drawnOver(shape);
        graph += "%s,split=3[out%d][drawn%d][frames%d];\n".formatted(ENCODABLE, id, id, id);
        graph += "[drawn%d]%s[note%d];\n".formatted(id, Glimpses.filters(), id);
        graph += "[frames%d]%s[sheet%d]".formatted(id, shape.sheet().filters(), id);
        graph("graph-" + id + ".txt", graph);
        outputs.addAll(List.of("-map", "[out%d]".formatted(id)));
        outputs.addAll(encoder.arguments(shape.frame(), timeline.rate()));
        outputs.addAll(List.of("-frames:v", String.valueOf(timeline.frames())));
        if (reel.isClipAlone()) {
            outputs.addAll(List.of("-map", sound + ":a", "-c:a", "copy"));
        }
        outputs.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        outputs.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        var file = reel.isClipAlone() ? shape.video() : shape.alone();
        outputs.add("file:" + file.toAbsolutePath());
        outputs.addAll(shape.stills().output("still" + id));
        outputs.addAll(shape.sheet().output("sheet" + id));
        note("note" + id, shape.drawn());
    }

    private void graph(String name, String graph) throws IOException {
        var script = Files.writeString(folder.resolve(name), graph);
        outputs.addAll(List.of("-/filter_complex", script.toAbsolutePath().toString()));
    }

    private void note(String label, Path file) {
        outputs.addAll(List.of("-map", "[" + label + "]", "-fps_mode", "passthrough"));
        outputs.addAll(List.of("-c:v", "rawvideo", "-f", "rawvideo"));
        outputs.add("file:" + file.toAbsolutePath());
    }

    List<String> arguments() {
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        // damage is part of the source: what decodes is shown
        arguments.addAll(List.of("-max_error_rate", "1"));
        arguments.addAll(inputs);
        arguments.addAll(outputs);
        return arguments;
    }

    private String marked(Shape shape, Watermark watermark) {
        return "[%d:v]%s[mark];\n[picture][mark]%s,"
                .formatted(
                        input(watermark.input()),
                        watermark.prepared(shape.frame()),
                        watermark.overlay(shape.frame()));
    }

    /** What is drawn over the clean picture; ends where another filter may follow. */
    private String drawnOver(Shape shape) {
        var captions = shape.captions();
        var third = shape.lowerThird();
        var graph = "";
        var under = "clean";
        if (third != null) {
            graph = laid("third", third.list(), under, third.left(), third.top(), "pass");
            under = "titled";
            graph += "[titled];\n";
        }
        return captions == null
                ? graph + "[" + under + "]"
                : graph
                        + laid(
                                "captions",
                                captions.list(),
                                under,
                                captions.left(),
                                captions.top(),
                                "repeat")
                        + ",";
    }

    /**
     * @param atEnd what is shown after the last picture: it again, or nothing
     */
    private String laid(
            String label, PictureList pictures, String under, int left, int top, String atEnd) {
        return "[%d:v]%s[%s];\n[%s][%s]overlay=%d:%d:eof_action=%s"
                .formatted(
                        input(pictures.input()),
                        PictureList.prepared(),
                        label,
                        under,
                        label,
                        left,
                        top,
                        atEnd);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
