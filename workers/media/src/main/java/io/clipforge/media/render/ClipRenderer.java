package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.quality.Glimpses;
import io.clipforge.media.quality.Precaution;
import io.clipforge.media.reframe.FaceTrack;
import io.clipforge.media.render.Soundtrack.Mastered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Renders clips. The sound is made while the captions are painted; then one run makes the picture
 * of every shape, to which bumpers are joined; then each file is measured.
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
     * @return one clip for each frame of the order, in its order; look at their quality
     * @throws MediaException when the source cannot be decoded, or takes too long
     */
    public List<RenderedClip> render(ClipOrder order, Path folder, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        return render(order, Set.of(), folder, progress);
    }

    /** The same with safer settings, for a clip that failed a check. */
    public List<RenderedClip> render(
            ClipOrder order, Set<Precaution> precautions, Path folder, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        boolean whole = precautions.contains(Precaution.WHOLE_PICTURE);
        var picture = PictureSource.of(ffmpeg, order, whole, folder);
        var timeline = picture.timeline();
        boolean lowCeiling = precautions.contains(Precaution.LOW_CEILING);
        var reel = Reel.of(ffmpeg, order.bumpers(), order.palette().ground(), timeline);
        var soundtrack = new Soundtrack(ffmpeg, folder, reel, lowCeiling);
        try (var sound = Waiting.on(() -> master(order, soundtrack))) {
            var captioned =
                    precautions.contains(Precaution.PLAIN_CAPTIONS)
                            ? order.withPlainCaptions()
                            : order;
            var shapes = new ArrayList<Shape>();
            for (var frame : order.frames()) {
                shapes.add(Shape.prepare(captioned, reel, frame, folder));
            }
            var mastered = sound.get();
            progress.accept(PREPARED);
            boolean software = precautions.contains(Precaution.SOFTWARE_ENCODER);
            var chosen = software ? encoder.software(ffmpeg) : encoder;
            var run = new RenderRun(reel, chosen, folder);
            plan(run, order, picture, shapes, mastered);
            var reach = Duration.ofNanos(Math.round(timeline.reachSeconds() * 1e9));
            double share = timeline.seconds() / reel.seconds();
            ffmpeg.run(
                    run.arguments(),
                    Limits.pass(reach.multipliedBy(shapes.size())),
                    timeline.frames(),
                    part -> progress.accept(PREPARED + part * share * (ENCODED - PREPARED)));
            new Joint(ffmpeg, chosen, reel, folder).join(shapes, mastered.file());
            progress.accept(ENCODED);
            var source = run.sourceNotes();
            var seen = Files.exists(source) ? Glimpses.read(source) : null;
            var gate = new QualityGate(order, reel, seen, mastered.source());
            return finish(order, picture, shapes, gate);
        }
    }

    private static Mastered master(ClipOrder order, Soundtrack soundtrack)
            throws MediaException, IOException, InterruptedException {
        return soundtrack.master(
                order.source(), order.info().audio(), order.sound(), order.words());
    }

    private static void plan(
            RenderRun run,
            ClipOrder order,
            PictureSource picture,
            List<Shape> shapes,
            Mastered mastered)
            throws IOException {
        int sound = run.sound(mastered.file());
        var painter = picture.open(run, sound);
        for (var shape : shapes) {
            run.add(shape, painter, sound, order.watermark());
        }
    }

    private List<RenderedClip> finish(
            ClipOrder order, PictureSource picture, List<Shape> shapes, QualityGate gate)
            throws MediaException, IOException, InterruptedException {
        var timeline = picture.timeline();
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
                            shape.sheet().file(),
                            file,
                            gate.judge(shape, file, picture.crop(shape.frame()))));
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
