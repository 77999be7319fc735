package io.clipforge.media.reframe;

/** Pixels as displayed; both more than 0. */
public record Size(int width, int height) {
    public Size {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("no picture: " + width + "×" + height);
        }
    }

    public double ratio() {
        return (double) width / height;
    }

    /** The largest part of this picture that has the target's shape; even sides. */
    public Size largestLike(Size target) {
        double width = Math.min(this.width, height * target.ratio());
        double height = Math.min(this.height, this.width / target.ratio());
        return new Size(even(width, this.width), even(height, this.height));
    }

    /** The largest picture of this shape inside of the frame; even sides. */
    public Size fittedInto(Size frame) {
        double scale = Math.min((double) frame.width / width, (double) frame.height / height);
        return new Size(even(width * scale, frame.width), even(height * scale, frame.height));
    }

    private static int even(double length, int most) {
        int even = (int) Math.round(length / 2) * 2;
        return Math.max(1, Math.min(even, most - most % 2));
    }
}
