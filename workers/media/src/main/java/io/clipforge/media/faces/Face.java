package io.clipforge.media.faces;

/**
 * Where a face is; all lengths are shares of the picture's width or height, within 0 to 1.
 *
 * @param x left edge
 * @param y top edge
 * @param score confidence of the detector, 0 to 1
 */
public record Face(double x, double y, double width, double height, double score) {

    /** Of a box in pixels, which may reach out of the picture. */
    static Face of(
            double left,
            double top,
            double right,
            double bottom,
            double score,
            int pictureWidth,
            int pictureHeight) {
        double x = Math.clamp(left / pictureWidth, 0.0, 1.0);
        double y = Math.clamp(top / pictureHeight, 0.0, 1.0);
        return new Face(
                x,
                y,
                Math.clamp(right / pictureWidth, 0.0, 1.0) - x,
                Math.clamp(bottom / pictureHeight, 0.0, 1.0) - y,
                Math.clamp(score, 0.0, 1.0));
    }

    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    /** Shared area by united area: 1 for the same box, 0 for boxes apart. */
    double overlap(Face other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double shared = across * down;
        return shared / (width * height + other.width * other.height - shared);
    }
}
