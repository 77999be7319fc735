package io.clipforge.media.reframe;

import static io.clipforge.media.reframe.ReframerTest.shot;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Figures over simulated material: heads that sway, lean, change seats and walk, seen through a
 * detector that trembles and, once in five times, looks elsewhere.
 */
class ReframeQualityTest {
    private static final long LENGTH_MS = 30_000;
    private static final double FACE = 0.1;
    private static final int ROUNDS = 60;

    private final Random random = new Random(11);
    private final Reframer reframer = new Reframer(new Size(1920, 1080), new Size(1080, 1920));

    @Test
    void pathsAreCalmAndKeepTheFace() {
        var figures = new Figures();
        for (int round = 0; round < ROUNDS; round++) {
            var head = head(round);
            var framed = reframer.frame(List.of(shot(0, LENGTH_MS, seen(head))), 0, LENGTH_MS);
            figures.add(assertInstanceOf(Framing.Crop.class, framed.getFirst().framing()), head);
        }
        assertTrue(figures.reversals() <= 0.1, () -> "reversals a second: " + figures.reversals());
        assertTrue(figures.travel() <= 50, () -> "pixels a second: " + figures.travel());
        assertTrue(figures.inside() >= 0.95, () -> "face in crop: " + figures.inside());
        assertTrue(figures.moving > 10, "nothing moved");
    }

    /** Where the middle of the face is, a share of the width. */
    private DoubleUnaryOperator head(int round) {
        double base = 0.25 + 0.5 * random.nextDouble();
        double phase = random.nextDouble() * 6;
        double at = 5 + 20 * random.nextDouble();
        double to = 0.15 + 0.7 * random.nextDouble();
        return switch (round % 4) {
            case 0 -> t -> base + 0.015 * Math.sin(1.3 * t + phase) + 0.01 * Math.sin(3.1 * t);
            case 1 -> t -> base + 0.07 * Math.sin(0.5 * t + phase);
            case 2 -> t -> base + (to - base) / (1 + Math.exp(-2 * (t - at)));
            default -> t -> 0.5 + 0.3 * Math.sin(0.12 * t + phase) + 0.01 * Math.sin(4 * t);
        };
    }

    private FaceTrack seen(DoubleUnaryOperator head) {
        var faces = new ArrayList<Face>();
        for (long at = 0; at < LENGTH_MS; at += 200) {
            double center = head.applyAsDouble(at / 1000.0) + 0.004 * random.nextGaussian();
            double jump = random.nextInt(5) == 0 ? 0.15 * random.nextGaussian() : 0;
            faces.add(new Face(at, center + jump - FACE / 2, 0.3, FACE, 0.2));
        }
        return new FaceTrack(faces);
    }

    private static final class Figures {
        private final List<double[]> seconds = new ArrayList<>();
        private int moving;

        void add(Framing.Crop crop, DoubleUnaryOperator head) {
            moving += crop.path().isSteady() ? 0 : 1;
            double travel = 0;
            int reversals = 0;
            int inside = 0;
            double facing = 0;
            int frames = (int) (LENGTH_MS * 30 / 1000);
            for (int frame = 1; frame < frames; frame++) {
                double offset = crop.path().at(frame * 1000.0 / 30);
                double moved = offset - crop.path().at((frame - 1) * 1000.0 / 30);
                travel += Math.abs(moved) * 1080 / crop.window().width();
                if (Math.abs(moved) > 0.01) {
                    reversals += Math.signum(moved) == -facing ? 1 : 0;
                    facing = Math.signum(moved);
                }
                double face = head.applyAsDouble(frame / 30.0) * 1920;
                double half = FACE / 2 * 1920;
                boolean in = face - half >= offset && face + half <= offset + crop.window().width();
                inside += in ? 1 : 0;
            }
            double length = LENGTH_MS / 1000.0;
            seconds.add(
                    new double[] {reversals / length, travel / length, (double) inside / frames});
        }

        double reversals() {
            return mean(0);
        }

        double travel() {
            return mean(1);
        }

        double inside() {
            return mean(2);
        }

        private double mean(int figure) {
            return Stream.of(seconds.toArray(double[][]::new))
                    .mapToDouble(it -> it[figure])
                    .average()
                    .orElseThrow();
        }
    }
}
