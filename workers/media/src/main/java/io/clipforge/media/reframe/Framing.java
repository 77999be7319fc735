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

    enum Axis {
        HORIZONTAL,
        VERTICAL
    }
}
