package io.clipforge.speech;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was made of a window.
 *
 * @param seek frame of the sound at which the window begins
 * @param frames of sound in it
 * @param whole whether nothing was cut off by its end
 * @param next frame at which the next window begins
 */
record Heard(int seek, int frames, boolean whole, List<Segment> segments, int next) {
    Heard {
        segments = List.copyOf(segments);
    }

    /** Seconds from the start of the sound. */
    double start() {
        return Seconds.of(seek);
    }

    Heard then(int frame) {
        return new Heard(seek, frames, whole, segments, frame);
    }

    /** Only so many of the segments. */
    Heard first(int count) {
        return new Heard(seek, frames, whole, segments.subList(0, count), next);
    }

    /** When the last word ended; without words, the last phrase. */
    OptionalDouble end() {
        for (var segment : segments.reversed()) {
            if (!segment.words().isEmpty()) {
                return OptionalDouble.of(segment.words().getLast().end());
            }
        }
        return segments.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(segments.getLast().end());
    }

    /** With words, the next window begins behind the last one: unless nothing was cut off. */
    Heard nextBehindTheWords() {
        var end = end();
        return whole || end.isEmpty() || end.getAsDouble() <= start()
                ? this
                : then(Seconds.frames(end.getAsDouble()));
    }
}
