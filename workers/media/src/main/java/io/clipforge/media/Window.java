package io.clipforge.media;

/**
 * The stretch of an asset that a video is looked at for, on the asset's clock. The video may begin
 * before it, end behind it, or end too early.
 *
 * @param startMs inclusive
 * @param endMs exclusive
 * @param zeroMs where the video's own time zero lies
 */
public record Window(long startMs, long endMs, long zeroMs) {
    public Window {
        if (zeroMs < 0 || startMs < zeroMs || endMs <= startMs) {
            throw new IllegalArgumentException("a video begins no later than what is looked at");
        }
    }

    /** All of an asset of this length, by a video of all of it. */
    public static Window whole(long endMs) {
        return new Window(0, endMs, 0);
    }

    public long lengthMs() {
        return endMs - startMs;
    }
}
