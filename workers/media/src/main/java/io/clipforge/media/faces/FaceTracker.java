package io.clipforge.media.faces;

import io.clipforge.media.faces.FaceTrack.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins the faces of successive pictures to tracks, shot by shot. The best matching pairs of track
 * and face are joined first, what matches no track begins one, and what is seen too seldom was no
 * face: so a detector's jump to somewhere else for one picture leaves no trace.
 */
final class FaceTracker {
    /** A face may look away for so long. */
    private static final long LOST_MS = 1200;

    private static final int LEAST_SIGHTINGS = 3;
    private static final double LEAST_PRESENCE = 0.3;
    private static final double LEAST_SCORE = 0.5;

    private record Pair(OpenTrack track, Face face, double match) {}

    private final List<FaceTrack> finished = new ArrayList<>();
    private final List<OpenTrack> open = new ArrayList<>();
    private int shot;
    private int picture;

    /** One picture of a shot; they come in order, at a constant rate. */
    void add(int shotOfPicture, long timeMs, List<Face> faces) {
        if (shotOfPicture != shot) {
            endShot();
            shot = shotOfPicture;
        }
        close(timeMs - LOST_MS);
        var unseen = new ArrayList<>(open);
        var unknown = new ArrayList<>(faces);
        for (var pair : bestFirst(faces)) {
            if (unseen.contains(pair.track()) && unknown.remove(pair.face())) {
                unseen.remove(pair.track());
                pair.track().add(picture, new Sighting(timeMs, pair.face()));
            }
        }
        unknown.forEach(face -> open.add(new OpenTrack(picture, new Sighting(timeMs, face))));
        picture++;
    }

    /** In order of their last sighting. */
    List<FaceTrack> finish() {
        endShot();
        return List.copyOf(finished);
    }

    private List<Pair> bestFirst(List<Face> faces) {
        var pairs = new ArrayList<Pair>();
        for (var track : open) {
            for (var face : faces) {
                double match = track.match(face);
                if (match > 0) {
                    pairs.add(new Pair(track, face, match));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::match).reversed());
        return pairs;
    }

    private void endShot() {
        close(Long.MAX_VALUE);
        picture = 0;
    }

    private void close(long notSeenSinceMs) {
        var ending = open.stream().filter(it -> it.lastMs() < notSeenSinceMs).toList();
        open.removeAll(ending);
        // a short shot has few pictures
        int least = Math.clamp(picture / 2, 1, LEAST_SIGHTINGS);
        for (var track : ending) {
            boolean steady = track.count() >= least && track.presence() >= LEAST_PRESENCE;
            if (steady && track.score() >= LEAST_SCORE) {
                finished.add(new FaceTrack(shot, track.steadied()));
            }
        }
    }
}
