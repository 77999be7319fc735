package io.clipforge.api.operator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How full a kind's lanes are.
 *
 * @param paused whether it is held back
 * @param drained whether nothing of it lies in the queue or runs
 * @param backlog all that wants a worker, running or not: what a scaler divides by the slots of one
 *     worker
 */
@Serdeable
record KindFigures(
        String kind,
        boolean paused,
        boolean drained,
        int backlog,
        double oldestSeconds,
        int dead,
        List<LaneFigures> lanes) {

    static KindFigures of(String kind, boolean paused, int dead, List<LaneFigures> lanes) {
        return new KindFigures(
                kind,
                paused,
                lanes.stream().allMatch(it -> it.released() == 0 && it.running() == 0),
                lanes.stream().mapToInt(it -> it.queued() + it.running()).sum(),
                lanes.stream().mapToDouble(LaneFigures::oldestSeconds).max().orElse(0),
                dead,
                lanes);
    }
}
