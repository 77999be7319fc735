package io.clipforge.media.faces;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * YuNet (Wu, Peng and Yu, 2023) in ONNX Runtime: finds small and turned faces as well.
 *
 * <p>The model looks at a grid of cells of 8, 16 and 32 pixels. Per cell it tells how sure it is
 * that there is a face ({@code cls}), how well its box fits ({@code obj}), and the box: centre as
 * an offset in cells, size as a logarithm of cells.
 */
final class YunetDetector implements FaceDetector {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int LARGEST_STRIDE = 32;
    private static final double LEAST_SCORE = 0.7;
    private static final double SAME_FACE = 0.3;

    private final OrtSession session;
    private final String input;
    private final long[] shape;

    private YunetDetector(OrtSession session, String input, long[] shape) {
        this.session = session;
        this.input = input;
        this.shape = shape;
    }

    /**
     * @throws IOException when the file is not this model
     */
    static YunetDetector open(Path model) throws IOException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            var session = OrtEnvironment.getEnvironment().createSession(model.toString(), options);
            var input = session.getInputInfo().values().iterator().next();
            return new YunetDetector(session, input.getName(), shape(input));
        } catch (OrtException e) {
            throw new IOException(model + " is not a YuNet model", e);
        }
    }

    @Override
    public String engine() {
        return "yunet";
    }

    @Override
    public List<Face> detect(byte[] rgb, int width, int height) {
        int paddedWidth = padded(width, shape[3]);
        int paddedHeight = padded(height, shape[2]);
        var pixels = planes(rgb, width, height, paddedWidth, paddedHeight);
        long[] dimensions = {1, 3, paddedHeight, paddedWidth};
        try (var tensor =
                        OnnxTensor.createTensor(
                                OrtEnvironment.getEnvironment(), pixels, dimensions);
                var result = session.run(Map.of(input, tensor))) {
            var found = new ArrayList<Face>();
            for (int stride : STRIDES) {
                read(result, stride, paddedWidth / stride, width, height, found);
            }
            return distinct(found);
        } catch (OrtException e) {
            throw new IllegalStateException("YuNet cannot look at a picture", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(
            OrtSession.Result result,
            int stride,
            int columns,
            int width,
            int height,
            List<Face> found)
            throws OrtException {
        var classes = values(result, "cls_" + stride);
        var fits = values(result, "obj_" + stride);
        var boxes = values(result, "bbox_" + stride);
        for (int i = 0; i < classes.limit(); i++) {
            double score = Math.sqrt(share(classes.get(i)) * share(fits.get(i)));
            if (score < LEAST_SCORE) {
                continue;
            }
            int column = i % columns;
            int row = i / columns;
            double centerX = (column + boxes.get(4 * i)) * stride;
            double centerY = (row + boxes.get(4 * i + 1)) * stride;
            double halfWidth = Math.exp(boxes.get(4 * i + 2)) * stride / 2;
            double halfHeight = Math.exp(boxes.get(4 * i + 3)) * stride / 2;
            found.add(
                    Face.of(
                            centerX - halfWidth,
                            centerY - halfHeight,
                            centerX + halfWidth,
                            centerY + halfHeight,
                            score,
                            width,
                            height));
        }
    }

    /** The surest of those that overlap. */
    private static List<Face> distinct(List<Face> found) {
        var kept = new ArrayList<Face>();
        found.sort(Comparator.comparingDouble(Face::score).reversed());
        for (var face : found) {
            if (kept.stream().noneMatch(it -> it.overlap(face) > SAME_FACE)) {
                kept.add(face);
            }
        }
        return kept;
    }

    /** Blue, green, red, one after another; black on the right and at the bottom. */
    private static FloatBuffer planes(
            byte[] rgb, int width, int height, int paddedWidth, int paddedHeight) {
        var planes = FloatBuffer.allocate(3 * paddedWidth * paddedHeight);
        for (int channel = 0; channel < 3; channel++) {
            int plane = channel * paddedWidth * paddedHeight;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int value = rgb[3 * (y * width + x) + 2 - channel] & 0xff;
                    planes.put(plane + y * paddedWidth + x, value);
                }
            }
        }
        return planes;
    }

    /** The model's own side when it has a fixed one. */
    private static int padded(int side, long fixed) {
        if (fixed <= 0) {
            return (side + LARGEST_STRIDE - 1) / LARGEST_STRIDE * LARGEST_STRIDE;
        }
        if (side > fixed) {
            throw new IllegalArgumentException(side + " pixels are more than the model takes");
        }
        return (int) fixed;
    }

    private static FloatBuffer values(OrtSession.Result result, String name) throws OrtException {
        var value = result.get(name).orElseThrow(() -> new IllegalStateException("no " + name));
        return Objects.requireNonNull(((OnnxTensor) value).getFloatBuffer());
    }

    private static long[] shape(NodeInfo input) {
        return ((TensorInfo) input.getInfo()).getShape();
    }

    private static double share(float value) {
        return Math.clamp(value, 0.0, 1.0);
    }
}
