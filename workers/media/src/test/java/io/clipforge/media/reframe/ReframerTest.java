package io.clipforge.media.reframe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ReframerTest {
    private static final Size WIDE = new Size(1920, 1080);
    private static final Size VERTICAL = new Size(1080, 1920);
    private static final Size SQUARE = new Size(1080, 1080);

    private final Reframer toVertical = new Reframer(WIDE, VERTICAL);

    @Test
    void aSourceOfTheSameShapeIsOnlyScaled() {
        var framed = new Reframer(new Size(540, 960), VERTICAL).frame(List.of(), 0, 1000);
        assertEquals(List.of(new FramedShot(0, 1000, new Framing.Whole())), framed);
    }

    @Test
    void aFaceThatHardlyMovesIsFramedSteadilyAndInTheMiddle() {
        var shot = shot(0, 4000, face(0, 4000, t -> 0.3 + 0.01 * Math.sin(t)));
        var crop = crop(toVertical.frame(List.of(shot), 0, 4000).getFirst());
        assertTrue(crop.path().isSteady());
        assertEquals(0.3 * 1920 + 0.05 * 1920 - 304, crop.path().at(0), 20);
    }

    @Test
    void aFaceAtTheEdgeLeavesNoBlank() {
        var shot = shot(0, 4000, face(0, 4000, _ -> 0.9));
        var crop = crop(toVertical.frame(List.of(shot), 0, 4000).getFirst());
        assertEquals(1920 - crop.window().width(), crop.path().at(2000), 0.001);
    }

    @Test
    void aWalkingFaceIsFollowed() {
        var walk = face(0, 10_000, t -> 0.05 + 0.08 * t);
        var crop = crop(toVertical.frame(List.of(shot(0, 10_000, walk)), 0, 10_000).getFirst());
        for (var face : walk.faces()) {
            double offset = crop.path().at((double) face.timeMs());
            assertTrue(face.x() * 1920 >= offset, () -> face + " at " + offset);
            assertTrue((face.x() + face.width()) * 1920 <= offset + crop.window().width());
        }
    }

    @Test
    void twoDistantFacesOfAnUprightFrameAreShownInTwoPanesTheLeftOneAbove() {
        var shot = shot(0, 4000, face(0, 4000, _ -> 0.75), face(0, 4000, _ -> 0.1));
        var framed = toVertical.frame(List.of(shot), 0, 4000);
        var split = assertInstanceOf(Framing.Split.class, framed.getFirst().framing());
        assertEquals(new Size(1080, 960), split.upperPane());
        assertEquals(new Size(1080, 960), split.lowerPane());
        // each pane holds one of them and not the other
        assertTrue(split.upper().holds(shot.faces().getLast().faces().getFirst(), WIDE));
        assertTrue(split.lower().holds(shot.faces().getFirst().faces().getFirst(), WIDE));
        assertTrue(split.upper().x() + split.upper().size().width() <= 0.75 * 1920);
        assertTrue(split.lower().x() >= 0.2 * 1920);
        var figures = CropFigures.of(WIDE, framed, List.of(shot), _ -> true);
        assertEquals(1, figures.insideShare());
        assertEquals(2L * shot.faces().getFirst().faces().size(), figures.faces());
    }

    @Test
    void thePanesOfAnyFrameFillItAndLieInThePicture() {
        var shot = shot(0, 4000, face(0, 4000, _ -> 0.02), face(0, 4000, _ -> 0.88));
        for (var frame : List.of(VERTICAL, new Size(1080, 1350), new Size(540, 962))) {
            for (var source : List.of(WIDE, new Size(641, 359), new Size(3840, 1634))) {
                var framed = new Reframer(source, frame).frame(List.of(shot), 0, 4000);
                var split = assertInstanceOf(Framing.Split.class, framed.getFirst().framing());
                assertEquals(
                        frame.height(), split.upperPane().height() + split.lowerPane().height());
                for (var window : List.of(split.upper(), split.lower())) {
                    assertTrue(window.x() >= 0 && window.y() >= 0, window::toString);
                    assertTrue(window.x() + window.size().width() <= source.width());
                    assertTrue(window.y() + window.size().height() <= source.height());
                    assertEquals(0, window.size().width() % 2 + window.size().height() % 2);
                }
                double stretched = split.upper().size().ratio() / split.upperPane().ratio();
                assertEquals(1, stretched, 0.02);
            }
        }
    }

    @Test
    void aWideFrameThirdPersonShortShotOrWanderingFaceIsShownWhole() {
        var left = face(0, 4000, _ -> 0.05);
        var right = face(0, 4000, _ -> 0.8);
        var wide =
                new Reframer(new Size(2560, 1080), SQUARE)
                        .frame(List.of(shot(0, 4000, left, right)), 0, 4000);
        assertInstanceOf(Framing.Fit.class, wide.getFirst().framing());
        var third = shot(0, 4000, left, right, face(0, 4000, _ -> 0.45));
        var wandering = shot(0, 4000, left, face(0, 4000, t -> 0.35 + 0.14 * t));
        for (var shot : List.of(third, wandering)) {
            assertInstanceOf(
                    Framing.Fit.class,
                    toVertical.frame(List.of(shot), 0, 4000).getFirst().framing());
        }
        var brief = shot(0, 1400, face(0, 1400, _ -> 0.05), face(0, 1400, _ -> 0.8));
        assertInstanceOf(
                Framing.Fit.class, toVertical.frame(List.of(brief), 0, 1400).getFirst().framing());
    }

    @Test
    void twoNearFacesAreKeptTogether() {
        var shot = shot(0, 4000, face(0, 4000, _ -> 0.4), face(0, 4000, _ -> 0.55));
        var crop = crop(toVertical.frame(List.of(shot), 0, 4000).getFirst());
        assertTrue(crop.path().at(0) <= 0.4 * 1920);
        assertTrue(crop.path().at(0) + crop.window().width() >= 0.65 * 1920);
    }

    @Test
    void aSmallFaceBehindDoesNotPullTheWindowAway() {
        var small =
                new FaceTrack(
                        List.of(
                                new Face(0, 0.9, 0.2, 0.03, 0.05),
                                new Face(3900, 0.9, 0.2, 0.03, 0.05)));
        var shot = shot(0, 4000, face(0, 4000, _ -> 0.2), small);
        var crop = crop(toVertical.frame(List.of(shot), 0, 4000).getFirst());
        assertEquals(0.25 * 1920 - 304, crop.path().at(0), 2);
    }

    @Test
    void withoutAFaceAMildCropIsTakenFromTheMiddleAndAHardOneShowsAll() {
        var faceless = List.of(shot(0, 1000));
        var square = crop(new Reframer(WIDE, SQUARE).frame(faceless, 0, 1000).getFirst());
        assertEquals(420, square.path().at(500));
        assertInstanceOf(
                Framing.Fit.class, toVertical.frame(faceless, 0, 1000).getFirst().framing());
    }

    @Test
    void aShortShotWithoutAFaceDoesNotFlashByAsAWholePicture() {
        var shots =
                List.of(
                        shot(0, 2000, face(0, 2000, _ -> 0.1)),
                        shot(2000, 3000),
                        shot(3000, 5000, face(3000, 5000, _ -> 0.1)),
                        shot(5000, 6500));
        var framed = toVertical.frame(shots, 0, 6500);
        assertEquals(656, crop(framed.get(1)).path().at(2500));
        assertInstanceOf(Framing.Fit.class, framed.get(3).framing());
    }

    @Test
    void theFramingChangesWithTheShotAndCoversTheClip() {
        var shots =
                List.of(
                        shot(0, 1000, face(0, 1000, _ -> 0.1)),
                        shot(1000, 2500, face(1000, 2500, _ -> 0.7)),
                        shot(2500, 9000));
        var framed = toVertical.frame(shots, 500, 3000);
        assertEquals(
                List.of(500L, 1000L, 2500L), framed.stream().map(FramedShot::startMs).toList());
        assertEquals(List.of(1000L, 2500L, 3000L), framed.stream().map(FramedShot::endMs).toList());
        assertTrue(crop(framed.get(0)).path().at(900) < 200);
        assertTrue(crop(framed.get(1)).path().at(1000) > 900);
    }

    @Test
    void aPortraitSourceIsCroppedVerticallyAroundTheFace() {
        var shot = shot(0, 2000, face(0, 2000, _ -> 0.4)); // y is 0.3 to 0.5
        var crop = crop(new Reframer(VERTICAL, SQUARE).frame(List.of(shot), 0, 2000).getFirst());
        assertEquals(Framing.Axis.VERTICAL, crop.axis());
        double faceInWindow = (0.4 * 1920 - crop.path().at(0)) / 1080;
        assertEquals(0.42, faceInWindow, 0.01);
    }

    @Test
    void oddSizesGiveEvenWindowsInsideOfThePicture() {
        var odd = new Size(641, 361);
        for (var frame : List.of(VERTICAL, SQUARE, WIDE, new Size(1080, 1350))) {
            var window = odd.largestLike(frame);
            assertTrue(window.width() <= 641 && window.height() <= 361, window::toString);
            assertEquals(0, window.width() % 2 + window.height() % 2, window::toString);
            assertEquals(frame.ratio(), window.ratio(), 0.015);
        }
    }

    @Test
    void aFaceThatIsLostAndFoundIsOneSubject() {
        var shot = shot(0, 6000, face(0, 2000, _ -> 0.3), face(3000, 6000, _ -> 0.3));
        assertTrue(crop(toVertical.frame(List.of(shot), 0, 6000).getFirst()).path().isSteady());
    }

    private static Framing.Crop crop(FramedShot shot) {
        return assertInstanceOf(Framing.Crop.class, shot.framing());
    }

    static Shot shot(long startMs, long endMs, FaceTrack... faces) {
        return new Shot(startMs, endMs, List.of(faces));
    }

    /** 0.1 wide and 0.2 high, ten times a second. */
    static FaceTrack face(long startMs, long endMs, DoubleUnaryOperator xOfSeconds) {
        var faces = new ArrayList<Face>();
        for (long at = startMs; at < endMs; at += 100) {
            faces.add(new Face(at, xOfSeconds.applyAsDouble(at / 1000.0), 0.3, 0.1, 0.2));
        }
        return new FaceTrack(faces);
    }
}
