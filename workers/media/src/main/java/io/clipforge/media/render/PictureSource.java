package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.captions.drawing.Ground;
import io.clipforge.media.reframe.CropFigures;
import io.clipforge.media.reframe.FramedShot;
import io.clipforge.media.reframe.Reframer;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a clip's picture comes from. */
sealed interface PictureSource {
    Timeline timeline();

    /**
     * Adds what it needs to the run, once.
     *
     * @param sound number of the input with the finished sound
     */
    Painter open(RenderRun run, int sound) throws IOException;

    /** How the picture is framed; absent when there is none. */
    Optional<CropFigures> crop(Size frame);

    /** Writes the filters that make the bare picture of one shape. */
    @FunctionalInterface
    interface Painter {
        String filters(Size frame, String output) throws IOException;
    }

    /**
     * @param whole whether nothing is cropped
     */
    static PictureSource of(Ffmpeg ffmpeg, ClipOrder order, boolean whole, Path folder)
            throws MediaException, IOException, InterruptedException {
        var jumps = new Jumps(ffmpeg, folder);
        var video = order.info().video();
        if (video == null) {
            var uncut = Timeline.of(order.startMs(), order.endMs(), 0, Audiogram.RATE);
            return new FromSound(order, jumps.of(order, uncut), folder);
        }
        var picture = SourcePicture.look(ffmpeg, order.source(), video);
        var timeline =
                Timeline.of(order.startMs(), order.endMs(), picture.offset(), picture.rate());
        return new FromVideo(order, picture, jumps.of(order, timeline), whole);
    }

    /** The source's own picture, reframed. */
    record FromVideo(ClipOrder order, SourcePicture picture, Timeline timeline, boolean whole)
            implements PictureSource {
        @Override
        public Painter open(RenderRun run, int sound) throws IOException {
            var input = run.source(order.source()) + ":" + picture.stream();
            run.watch(input);
            return (frame, output) ->
                    new PictureGraph(picture, timeline, frame, framed(frame))
                            .filters(input, output);
        }

        @Override
        public Optional<CropFigures> crop(Size frame) {
            return Optional.of(
                    CropFigures.of(picture.size(), framed(frame), order.shots(), timeline::shows));
        }

        private List<FramedShot> framed(Size frame) {
            var reframer = new Reframer(picture.size(), frame);
            return whole
                    ? reframer.whole(timeline.startMs(), timeline.endMs())
                    : reframer.frame(order.shots(), timeline.startMs(), timeline.endMs());
        }
    }

    /** A waveform. */
    record FromSound(ClipOrder order, Timeline timeline, Path folder) implements PictureSource {
        @Override
        public Optional<CropFigures> crop(Size frame) {
            return Optional.empty();
        }

        @Override
        public Painter open(RenderRun run, int sound) {
            return (frame, output) -> {
                var png =
                        folder.resolve("ground-%dx%d.png".formatted(frame.width(), frame.height()));
                Files.write(png, Ground.png(frame, order.palette().ground()));
                int ground =
                        run.input(
                                List.of(
                                        "-framerate",
                                        "30",
                                        "-f",
                                        "png_pipe",
                                        "-i",
                                        "file:" + png.toAbsolutePath()));
                var palette = order.palette();
                return new Audiogram(timeline, frame, palette.heard(), palette.coming())
                        .filters(ground + ":v", sound + ":a", output);
            };
        }
    }
}
