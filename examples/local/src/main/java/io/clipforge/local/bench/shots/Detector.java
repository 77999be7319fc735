package io.clipforge.local.bench.shots;

import java.util.List;

/** Somebody who looks for cuts. */
interface Detector {
    String name();

    /** One finding for each film. */
    List<Finding> detect(List<Film> films) throws Exception;

    /**
     * @param seconds it took
     * @param cuts seconds
     */
    record Finding(double seconds, List<Double> cuts) {
        public Finding {
            cuts = List.copyOf(cuts);
        }
    }
}
