package io.clipforge.media.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceTrackerTest {
    private static final long HOP_MS = 200;
    private final FaceTracker tracker = new FaceTracker();
    private long now;

    @Test
    void aMovingFaceIsOneTrack() {
        for (int i = 0; i < 30; i++) {
            see(0, face(0.1 + 0.02 * i, 0.4));
        }

        var tracks = tracker.finish();

        assertEquals(1, tracks.size());
        assertEquals(30, tracks.getFirst().sightings().size());
    }

    @Test
    void facesThatCrossKeepTheirTracks() {
        for (int i = 0; i < 30; i++) {
            see(0, face(0.1 + 0.02 * i, 0.3), face(0.7 - 0.02 * i, 0.6));
        }

        for (var track : tracker.finish()) {
            var heights = track.sightings().stream().map(it -> it.face().y()).distinct().toList();
            assertEquals(1, heights.size(), heights.toString());
        }
    }

    @Test
    void aJumpOfTheDetectorLeavesNoTrace() {
        for (int i = 0; i < 20; i++) {
            see(0, i == 10 ? face(0.8, 0.1) : face(0.3, 0.4));
        }

        var tracks = tracker.finish();

        assertEquals(1, tracks.size());
        assertTrue(tracks.getFirst().sightings().stream().allMatch(it -> it.face().x() < 0.4));
    }

    @Test
    void aFaceThatLooksAwayForAMomentIsStillTheSame() {
        for (int i = 0; i < 20; i++) {
            if (i >= 8 && i < 12) {
                see(0);
            } else {
                see(0, face(0.3, 0.4));
            }
        }

        assertEquals(1, tracker.finish().size());
    }

    @Test
    void aCutEndsEveryTrack() {
        for (int i = 0; i < 20; i++) {
            see(i < 10 ? 0 : 1, face(0.3, 0.4));
        }

        var tracks = tracker.finish();

        assertEquals(List.of(0, 1), tracks.stream().map(FaceTrack::shot).toList());
    }

    @Test
    void whatIsHardlyEverSeenIsNoFace() {
        for (int i = 0; i < 40; i++) {
            if (i % 5 == 0) {
                see(0, face(0.3, 0.4));
            } else {
                see(0);
            }
        }

        assertEquals(List.of(), tracker.finish());
    }

    @Test
    void theJitterOfADetectorIsSteadied() {
        var random = new Random(1);
        var seen = new ArrayList<Double>();
        for (int i = 0; i < 50; i++) {
            seen.add(0.3 + 0.01 * random.nextGaussian());
            see(0, face(seen.getLast(), 0.4));
        }

        var steadied =
                tracker.finish().getFirst().sightings().stream().map(it -> it.face().x()).toList();

        assertTrue(way(steadied) < 0.7 * way(seen), way(steadied) + " of " + way(seen));
    }

    private static double way(List<Double> places) {
        double way = 0;
        for (int i = 1; i < places.size(); i++) {
            way += Math.abs(places.get(i) - places.get(i - 1));
        }
        return way;
    }

    private void see(int shot, Face... faces) {
        tracker.add(shot, now, List.of(faces));
        now += HOP_MS;
    }

    private static Face face(double x, double y) {
        return new Face(x, y, 0.1, 0.18, 0.9);
    }
}
