package io.clipforge.fleet.ingest;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is derived from a picture.
 *
 * @param length of what decodes
 * @param frameRate of the proxy, constant
 */
record Picture(Path proxy, Path poster, Duration length, double frameRate) {
    /** When the frame begins that is shown at a time. */
    Duration frameAt(long timeMs) {
        double frame = Math.floor(timeMs / 1000.0 * frameRate);
        return Duration.ofNanos(Math.round(frame / frameRate * 1e9));
    }
}
