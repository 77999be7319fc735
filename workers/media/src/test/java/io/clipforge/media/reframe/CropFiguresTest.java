package io.clipforge.media.reframe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.reframe.Framing.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

class CropFiguresTest {
    private static final Size SOURCE = new Size(1920, 1080);
    private static final Size WINDOW = new Size(540, 1080);

    @Test
    void aWindowThatGoesThereAndBackIsToldByItsWayAndItsTurns() {
        var path = new CropPath(0, 1000, List.of(0.0, 100.0, 0.0));
        var figures = figures(path, List.of());
        assertEquals(2 * 100 * 2, figures.travel(), 8);
        assertEquals(200, figures.travelPerSecond(), 4);
        assertEquals(1, figures.reversals());
        assertEquals(1, figures.insideShare());
    }

    @Test
    void aFaceThatIsCutByTheWindowIsNotInside() {
        // the window shows 0.25 to 0.53 of the width; one face in ten lies across its edge
        var faces = new ArrayList<Face>();
        for (int i = 0; i < 10; i++) {
            faces.add(new Face(200L * i, i == 4 ? 0.5 : 0.35, 0.3, 0.1, 0.2));
        }
        var figures = figures(CropPath.steady(480), faces);
        assertEquals(10, figures.faces());
        assertEquals(0.9, figures.insideShare(), 1e-9);
        assertEquals(0, figures.travelPerSecond());
    }

    @Test
    void whatTheClipJumpsOverDoesNotCount() {
        // the window goes to and fro; only the way there is shown, in two pieces
        var path = new CropPath(0, 500, List.of(0.0, 100.0, 200.0, 100.0, 0.0));
        var faces = List.of(face(100, 0.05), face(600, 0.9), face(1500, 0.05));

        var figures = figures(path, faces, at -> at < 400 || (at >= 500 && at < 1000));

        assertEquals(0.9, figures.seconds(), 0.04);
        assertEquals(2, figures.faces());
        assertEquals(0.5, figures.insideShare(), 1e-9);
        assertEquals(0, figures.reversals());
        double whole = figures(path, faces, at -> at < 1000).travel();
        assertTrue(figures.travel() < whole && figures.travel() > 0.75 * whole);
    }

    private static CropFigures figures(CropPath path, List<Face> faces) {
        return figures(path, faces, _ -> true);
    }

    private static Face face(long timeMs, double x) {
        return new Face(timeMs, x, 0.3, 0.05, 0.2);
    }

    private static CropFigures figures(CropPath path, List<Face> faces, DoublePredicate isShown) {
        var framing = new Framing.Crop(WINDOW, Axis.HORIZONTAL, path);
        var tracks = faces.isEmpty() ? List.<FaceTrack>of() : List.of(new FaceTrack(faces));
        return CropFigures.of(
                SOURCE,
                List.of(new FramedShot(0, 2000, framing)),
                List.of(new Shot(0, 2000, tracks)),
                isShown);
    }
}
