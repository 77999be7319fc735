package io.clipforge.media.faces;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Viola and Jones' detector with the cascade that OpenCV brings along: finds faces that look into
 * the camera.
 */
final class CascadeDetector implements FaceDetector {
    private static final String CASCADE =
            "/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml";
    private static final double SCALE_STEP = 1.1;
    private static final int LEAST_NEIGHBOURS = 3;

    private static final double SURE_NEIGHBOURS = 10;

    /** Of the picture's shorter side. */
    private static final double SMALLEST = 0.08;

    private final CascadeClassifier classifier;

    private CascadeDetector(CascadeClassifier classifier) {
        this.classifier = classifier;
    }

    static CascadeDetector open() throws IOException {
        try {
            var file =
                    Loader.cacheResource("/org/bytedeco/opencv/" + Loader.getPlatform() + CASCADE);
            return new CascadeDetector(new CascadeClassifier(file.getPath()));
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "OpenCV cannot be loaded: install the Debian package libgtk2.0-0", e);
        }
    }

    @Override
    public String engine() {
        return "opencv-cascade";
    }

    @Override
    public List<Face> detect(byte[] rgb, int width, int height) {
        int smallest = (int) (SMALLEST * Math.min(width, height));
        try (var pixels = new BytePointer(rgb);
                var colors = new Mat(height, width, opencv_core.CV_8UC3, pixels);
                var gray = new Mat();
                var boxes = new RectVector();
                var least = new Size(smallest, smallest);
                var most = new Size();
                var neighbours = new IntPointer()) {
            opencv_imgproc.cvtColor(colors, gray, opencv_imgproc.COLOR_RGB2GRAY);
            opencv_imgproc.equalizeHist(gray, gray);
            classifier.detectMultiScale2(
                    gray, boxes, neighbours, SCALE_STEP, LEAST_NEIGHBOURS, 0, least, most);
            return faces(boxes, neighbours, width, height);
        }
    }

    private static List<Face> faces(
            RectVector boxes, IntPointer neighbours, int width, int height) {
        var faces = new ArrayList<Face>();
        for (long i = 0; i < boxes.size(); i++) {
            try (var box = boxes.get(i)) {
                // many overlapping finds make one sure face
                double sure = 1 - Math.exp(-neighbours.get(i) / SURE_NEIGHBOURS);
                faces.add(
                        Face.of(
                                box.x(),
                                box.y(),
                                box.x() + box.width(),
                                box.y() + box.height(),
                                sure,
                                width,
                                height));
            }
        }
        return faces;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
