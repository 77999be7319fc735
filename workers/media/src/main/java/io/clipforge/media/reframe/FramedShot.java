package io.clipforge.media.reframe;

/**
 * One shot of a clip, framed.
 *
 * @param startMs inclusive, on the source's clock, within the clip
 * @param endMs exclusive
 */
public record FramedShot(long startMs, long endMs, Framing framing) {}
