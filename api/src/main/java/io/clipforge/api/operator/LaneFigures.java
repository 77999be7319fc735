package io.clipforge.api.operator;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;

/**
 * How full one lane is.
 *
 * @param queued for a worker, wherever they lie
 * @param released of these, those that lie in the queue
 * @param oldestSeconds how long the oldest of them has been ready
 */
@Introspected
@Serdeable
record LaneFigures(
        String kind,
        String priority,
        int waiting,
        int scheduled,
        int queued,
        int released,
        int running,
        double oldestSeconds) {

    static LaneFigures none(String kind, String priority) {
        return new LaneFigures(kind, priority, 0, 0, 0, 0, 0, 0);
    }
}
