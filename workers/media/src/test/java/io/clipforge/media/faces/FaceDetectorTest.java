package io.clipforge.media.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceDetectorTest {
    /** Where an operator puts models; they are too large to lie in the source tree. */
    private static final Path MODELS =
            Path.of(System.getProperty("user.home"), ".clipforge/models/yunet");

    @TempDir Path empty;

    @Test
    void theCascadeFindsFacesWhereTheyAre() throws Exception {
        findsFaces(empty, "opencv-cascade");
    }

    @Test
    void yunetFindsFacesWhereTheyAre() throws Exception {
        assumeTrue(Files.isRegularFile(MODELS.resolve("yunet_n_dynamic.onnx")), "no model here");
        findsFaces(MODELS, "yunet");
    }

    @Test
    void aPictureWithoutFacesHasNone() throws Exception {
        var noise = new byte[3 * 320 * 180];
        new Random(5).nextBytes(noise);

        try (var detector = FaceDetectors.open(empty)) {
            assertEquals(List.of(), detect(detector, DrawnFace.room(640, 360)));
            assertEquals(List.of(), detector.detect(noise, 320, 180));
        }
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws Exception {
        Files.writeString(empty.resolve("face_detection_yunet.onnx"), "nothing");

        assertThrows(IOException.class, () -> FaceDetectors.open(empty));
    }

    private static void findsFaces(Path models, String engine) throws IOException {
        var image = DrawnFace.room(640, 360);
        DrawnFace.draw(image, 160, 150, 110);
        DrawnFace.draw(image, 460, 190, 80);

        try (var detector = FaceDetectors.open(models)) {
            var faces = detect(detector, image);

            assertEquals(engine, detector.engine());
            assertEquals(2, faces.size(), faces.toString());
            assertIsAt(160 / 640.0, 150 / 360.0, faces.getFirst());
            assertIsAt(460 / 640.0, 190 / 360.0, faces.getLast());
        }
    }

    private static List<Face> detect(FaceDetector detector, BufferedImage image) {
        var rgb = DrawnFace.rgb(image);
        return detector.detect(rgb, image.getWidth(), image.getHeight()).stream()
                .sorted(Comparator.comparingDouble(Face::x))
                .toList();
    }

    private static void assertIsAt(double x, double y, Face face) {
        assertEquals(x, face.centerX(), 0.03, face.toString());
        assertEquals(y, face.centerY(), 0.08, face.toString());
        assertTrue(face.score() > 0.5 && face.score() <= 1, face.toString());
    }
}
