package io.clipforge.media.reframe;

/**
 * Where a face was; lengths are shares of the picture's width or height, 0 to 1.
 *
 * @param timeMs on the source's clock
 * @param x left edge
 * @param y top edge
 */
public record Face(long timeMs, double x, double y, double width, double height) {}
