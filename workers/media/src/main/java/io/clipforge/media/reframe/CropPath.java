package io.clipforge.media.reframe;

import java.util.List;

/**
 * Where a window stands at each time: knots at equal distances, a monotone cubic between them, so
 * that the window neither jerks nor swings past a knot.
 *
 * @param startMs of the first knot, on the source's clock
 * @param stepMs between two knots
 * @param offsets at least one; a single one stands still
 */
public record CropPath(long startMs, long stepMs, List<Double> offsets) {
    public CropPath {
        offsets = List.copyOf(offsets);
        if (offsets.isEmpty() || stepMs <= 0) {
            throw new IllegalArgumentException("a path has a knot");
        }
    }

    static CropPath steady(double offset) {
        return new CropPath(0, 1, List.of(offset));
    }

    public boolean isSteady() {
        return offsets.stream().distinct().count() == 1;
    }

    /** Before the first knot and after the last the window stands still. */
    public double at(double timeMs) {
        double position = Math.clamp((timeMs - startMs) / stepMs, 0, offsets.size() - 1);
        int left = (int) Math.min(position, Math.max(0, offsets.size() - 2));
        double part = position - left;
        return part == 0 ? offsets.get(left) : between(left, part);
    }

    /** Hermite's cubic. */
    private double between(int left, double part) {
        double from = offsets.get(left);
        double to = offsets.get(left + 1);
        double square = part * part;
        double cube = square * part;
        return from * (2 * cube - 3 * square + 1)
                + slope(left) * (cube - 2 * square + part)
                + to * (3 * square - 2 * cube)
                + slope(left + 1) * (cube - square);
    }

    /** The harmonic mean of both sides keeps the cubic monotone (Fritsch and Butland). */
    private double slope(int knot) {
        if (knot == 0 || knot == offsets.size() - 1) {
            return 0;
        }
        double before = offsets.get(knot) - offsets.get(knot - 1);
        double after = offsets.get(knot + 1) - offsets.get(knot);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
}
