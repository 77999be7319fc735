package io.clipforge.media.reframe;

/** How the picture is put into the frame. */
public sealed interface Framing {

    /** The source has the frame's shape: it is only scaled. */
    record Whole() implements Framing {}

    /**
     * A window of the frame's shape, cut out of the source.
     *
     * @param window pixels of the source
     * @param axis along which the window moves; along the other it fills the picture
     * @param path offset of the window's left or top edge, pixels of the source
     */
    record Crop(Size window, Axis axis, CropPath path) implements Framing {}

    /** The whole picture on a blurred copy of itself. */
    record Fit() implements Framing {}

    /**
     * Two windows that stand still, one shown above the other.
     *
     * @param upperPane pixels of the frame, which both panes fill
     */
    record Split(Window upper, Size upperPane, Window lower, Size lowerPane) implements Framing {}

    /** A part of the picture, pixels of the source. */
    record Window(int x, int y, Size size) {
        /** Whether a face lies wholly within; a detector's box is never exact. */
        boolean holds(Face face, Size source) {
            return CropFigures.within(x, size.width(), face.x(), face.width(), source.width())
                    && CropFigures.within(
                            y, size.height(), face.y(), face.height(), source.height());
        }
    }

    enum Axis {
        HORIZONTAL,
        VERTICAL
    }
}
