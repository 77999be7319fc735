package io.clipforge.media.shots;

/**
 * One uninterrupted picture.
 *
 * @param startMs inclusive
 * @param endMs exclusive
 */
public record Shot(long startMs, long endMs) {
    public Shot {
        if (startMs < 0 || endMs <= startMs) {
            throw new IllegalArgumentException("a shot ends after its start: " + startMs);
        }
    }
}
