package io.clipforge.media.captions.drawing;

import io.clipforge.media.reframe.Size;

/**
 * The part of the frame that no player or network covers with buttons; pixels.
 *
 * @param right after the last column
 * @param bottom after the last row
 */
public record SafeBox(int left, int top, int right, int bottom) {

    /**
     * For a frame of about this shape. 9:16 is what TikTok, Reels and Shorts leave free in common;
     * the others keep the edges that players round or cut.
     */
    public static SafeBox of(Size frame) {
        double ratio = frame.ratio();
        if (ratio < 0.7) {
            return of(frame, 60.0 / 1080, 220.0 / 1920, 916.0 / 1080, 1470.0 / 1920);
        }
        return ratio < 1.3
                ? of(frame, 60.0 / 1080, 0.06, 1020.0 / 1080, 0.94)
                : of(frame, 0.05, 0.05, 0.95, 0.95);
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    private static SafeBox of(Size frame, double left, double top, double right, double bottom) {
        return new SafeBox(
                even(left * frame.width()),
                even(top * frame.height()),
                even(right * frame.width()),
                even(bottom * frame.height()));
    }

    /** Half as many colours as pixels: an odd edge would shift them. */
    private static int even(double length) {
        return 2 * (int) (length / 2);
    }
}
