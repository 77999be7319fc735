package io.clipforge.media.shots;

/**
 * @param change from the picture before, 0 to 255
 */
record Step(Picture picture, double change) {
    long timeMs() {
        return picture.timeMs();
    }
}
