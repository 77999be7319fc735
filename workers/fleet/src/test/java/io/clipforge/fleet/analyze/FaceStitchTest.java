package io.clipforge.fleet.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.jobs.Analysis.FaceBox;
import io.clipforge.jobs.Analysis.FaceTrack;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceStitchTest {
    @Test
    void oneFaceIsFollowedOverTheEndOfAPart() {
        var tracks =
                stitched(track(2, box(9600, 0.4), box(9800, 0.4)), 2, track(0, box(10_000, 0.42)));

        assertEquals(List.of(track(2, box(9600, 0.4), box(9800, 0.4), box(10_000, 0.42))), tracks);
    }

    @Test
    void aFaceElsewhereIsAnother() {
        assertEquals(2, stitched(track(0, box(9800, 0.1)), 0, track(0, box(10_000, 0.5))).size());
    }

    @Test
    void aFaceAfterACutIsAnother() {
        var tracks = stitched(track(0, box(9800, 0.4)), 1, track(0, box(10_000, 0.4)));

        assertEquals(List.of(0, 1), tracks.stream().map(FaceTrack::shot).toList());
    }

    @Test
    void aFaceThatWasGoneForLongIsAnother() {
        assertEquals(2, stitched(track(0, box(8000, 0.4)), 0, track(0, box(10_000, 0.4))).size());
    }

    @Test
    void ofTwoFacesTheNearerGoesOn() {
        var stitch = new FaceStitch();
        stitch.add(List.of(track(0, box(9800, 0.4)), track(0, box(9800, 0.5))), 0);

        stitch.add(List.of(track(0, box(10_000, 0.52)), track(0, box(10_000, 0.41))), 0);

        assertEquals(
                List.of(0.41, 0.52),
                stitch.tracks().stream().map(it -> it.boxes().getLast().x()).sorted().toList());
        assertEquals(List.of(2, 2), stitch.tracks().stream().map(it -> it.boxes().size()).toList());
    }

    private static List<FaceTrack> stitched(FaceTrack before, int firstShot, FaceTrack after) {
        var stitch = new FaceStitch();
        stitch.add(List.of(before), 0);
        stitch.add(List.of(after), firstShot);
        return stitch.tracks();
    }

    private static FaceTrack track(int shot, FaceBox... boxes) {
        return new FaceTrack(shot, List.of(boxes));
    }

    private static FaceBox box(long timeMs, double x) {
        return new FaceBox(timeMs, x, 0.3, 0.2, 0.3, 0.9);
    }
}
