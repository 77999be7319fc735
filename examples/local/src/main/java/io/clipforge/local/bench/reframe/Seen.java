package io.clipforge.local.bench.reframe;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import io.clipforge.media.Window;
import io.clipforge.media.faces.FaceDetector;
import io.clipforge.media.faces.FaceFinder;
import io.clipforge.media.faces.FaceTrack;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.shots.ShotDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the product finds in a film before it frames it.
 *
 * @param shots with the faces of each
 */
record Seen(Size size, long lengthMs, List<Shot> shots) {

    static Seen in(Path file, Ffmpeg ffmpeg, FaceDetector detector)
            throws MediaException, IOException, InterruptedException {
        var info = new Probe(ffmpeg).inspect(file);
        var video = Objects.requireNonNull(info.video());
        var window = Window.whole(info.duration().toMillis());
        var shots = new ShotDetector(ffmpeg).detect(file, info, video, window, _ -> {}).list();
        var tracks =
                new FaceFinder(ffmpeg, detector).find(file, info, video, window, shots, _ -> {});
        return new Seen(
                new Size(video.width(), video.height()),
                window.lengthMs(),
                IntStream.range(0, shots.size())
                        .mapToObj(i -> shot(shots.get(i), i, tracks))
                        .toList());
    }

    /** Those that were found, and where they must have been in between; at a time in seconds. */
    List<Span> faces(double seconds) {
        double at = 1000 * seconds;
        return shots.stream()
                .filter(it -> it.startMs() <= at && at < it.endMs())
                .flatMap(it -> it.faces().stream())
                .flatMap(it -> at(it, at).stream())
                .toList();
    }

    private Optional<Span> at(io.clipforge.media.reframe.FaceTrack track, double at) {
        var faces = track.faces();
        for (int i = 1; i < faces.size(); i++) {
            var before = faces.get(i - 1);
            var after = faces.get(i);
            if (before.timeMs() <= at && at <= after.timeMs()) {
                double part = (at - before.timeMs()) / (after.timeMs() - before.timeMs());
                double from = before.x() + part * (after.x() - before.x());
                double width = before.width() + part * (after.width() - before.width());
                return Optional.of(new Span(from * size.width(), (from + width) * size.width()));
            }
        }
        return Optional.empty();
    }

    private static Shot shot(
            io.clipforge.media.shots.Shot shot, int index, List<FaceTrack> tracks) {
        var faces = tracks.stream().filter(it -> it.shot() == index).map(Seen::track).toList();
        return new Shot(shot.startMs(), shot.endMs(), faces);
    }

    private static io.clipforge.media.reframe.FaceTrack track(FaceTrack track) {
        return new io.clipforge.media.reframe.FaceTrack(
                track.sightings().stream()
                        .map(it ->
                                new io.clipforge.media.reframe.Face(
                                        it.timeMs(),
                                        it.face().x(),
                                        it.face().y(),
                                        it.face().width(),
                                        it.face().height()))
                        .toList());
    }
}
