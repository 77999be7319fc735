package io.clipforge.fleet.analyze;

import io.clipforge.jobs.Analysis;
import io.clipforge.media.faces.FaceTrack;
import io.clipforge.media.shots.Shot;
import io.clipforge.media.shots.Shots;
import java.util.List;

/**
 * What is seen.
 *
 * @param shots none without a picture
 */
record Scene(Shots shots, List<FaceTrack> faces) {
    static final Scene NOTHING = new Scene(new Shots(List.of(), false), List.of());

    /** Of a stretch in which the picture has ended already. */
    static Scene lastShotGoesOn(long startMs, long endMs) {
        return new Scene(new Shots(List.of(new Shot(startMs, endMs)), false), List.of());
    }

    Analysis heardWith(List<Double> loudness) {
        return new Analysis(
                shots.list().stream()
                        .map(it -> new Analysis.Shot(it.startMs(), it.endMs()))
                        .toList(),
                faces.stream().map(Scene::track).toList(),
                SoundLevels.HOP_MS,
                loudness);
    }

    private static Analysis.FaceTrack track(FaceTrack track) {
        return new Analysis.FaceTrack(
                track.shot(), track.sightings().stream().map(Scene::box).toList());
    }

    private static Analysis.FaceBox box(FaceTrack.Sighting sighting) {
        var face = sighting.face();
        return new Analysis.FaceBox(
                sighting.timeMs(), face.x(), face.y(), face.width(), face.height(), face.score());
    }
}
