package io.clipforge.local.bench.shots;

import java.nio.file.Path;
import java.util.List;

/**
 * A film whose cuts are known.
 *
 * @param kind what is difficult about it
 * @param cuts where a shot begins, seconds; of a fade or dissolve, its middle
 * @param near how far from it, in seconds, a cut may be found
 */
record Film(String kind, Path file, double seconds, List<Double> cuts, double near) {
    Film {
        cuts = List.copyOf(cuts);
    }
}
