package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.reframe.FaceTrack;
import io.clipforge.media.render.Soundtrack.Mastered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Renders clips. The sound is made while the captions are painted; then one run makes the picture
 * of every shape; then each file is measured.
 */
public final class ClipRenderer {
    private static final double PREPARED = 0.08;
    private static final double ENCODED = 0.95;
    private static final double FACE_NEAR_MS = 300;

    private final Ffmpeg ffmpeg;
    private final VideoEncoder encoder;

    public ClipRenderer(Ffmpeg ffmpeg, VideoEncoder encoder) {
        this.ffmpeg = ffmpeg;
        this.encoder = encoder;
    }

    /**
     * @param folder an empty one; the results lie in it
     * @param progress 0 to 1
     * @return one clip for each frame of the order, in its order; look at their flaws
     * @throws MediaException when the source cannot be decoded, or takes too long
     */
    public List<RenderedClip> render(ClipOrder order, Path folder, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        var picture = PictureSource.of(ffmpeg, order, folder);
        var timeline = picture.timeline();
        try (var sound = Waiting.on(() -> master(order, timeline, folder))) {
            var shapes = new ArrayList<Shape>();
            for (var frame : order.frames()) {
                shapes.add(Shape.prepare(order, timeline, frame, folder));
            }
            var mastered = sound.get();
            progress.accept(PREPARED);
            var run = run(order, picture, shapes, mastered, folder);
            var length = Duration.ofNanos(Math.round(timeline.seconds() * 1e9));
            ffmpeg.run(
                    run.arguments(),
                    Limits.pass(length.multipliedBy(shapes.size())),
                    length,
                    part -> progress.accept(PREPARED + part * (ENCODED - PREPARED)));
            return finish(order, timeline, shapes, mastered.silent());
        }
    }

    private Mastered master(ClipOrder order, Timeline timeline, Path folder)
            throws MediaException, IOException, InterruptedException {
        return new Soundtrack(ffmpeg, folder, timeline)
                .master(order.source(), order.info().audio(), timeline.start());
    }

    private RenderRun run(
            ClipOrder order,
            PictureSource picture,
            List<Shape> shapes,
            Mastered mastered,
            Path folder)
            throws IOException {
        var run = new RenderRun(picture.timeline(), encoder, folder);
        int sound = run.input(Ffmpeg.input(mastered.file()));
        var painter = picture.open(run, sound);
        for (var shape : shapes) {
            run.add(shape, painter, sound, order.watermark());
        }
        return run;
    }

    private List<RenderedClip> finish(
            ClipOrder order, Timeline timeline, List<Shape> shapes, boolean silent)
            throws MediaException, IOException, InterruptedException {
        var clips = new ArrayList<RenderedClip>();
        for (var shape : shapes) {
            var file = FinishedFile.inspect(ffmpeg, shape.video());
            clips.add(
                    new RenderedClip(
                            shape.frame(),
                            shape.video(),
                            shape.srt(),
                            shape.vtt(),
                            shape.stills().best(frame -> hasFace(order, timeline.sourceMs(frame))),
                            file,
                            new QualityGate(timeline, shape.frame(), silent).flaws(file)));
        }
        return clips;
    }

    private static boolean hasFace(ClipOrder order, double sourceMs) {
        return order.shots().stream()
                .filter(shot -> shot.startMs() <= sourceMs && sourceMs < shot.endMs())
                .flatMap(shot -> shot.faces().stream())
                .map(FaceTrack::faces)
                .flatMap(List::stream)
                .anyMatch(face -> Math.abs(face.timeMs() - sourceMs) <= FACE_NEAR_MS);
    }
}
