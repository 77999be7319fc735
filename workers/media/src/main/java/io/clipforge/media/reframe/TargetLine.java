package io.clipforge.media.reframe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the subject is at any time, from single sightings without outliers. */
final class TargetLine {
    /** Between two sightings nearer than this the subject is thought to have moved evenly. */
    private static final long BRIDGED_MS = 2000;

    private static final long HELD_MS = 1000;

    private final TreeMap<Long, Target> sightings = new TreeMap<>();

    TargetLine(List<Target> targets) {
        targets.forEach(target -> sightings.put(target.timeMs(), target));
    }

    /** Null when the subject has not been seen for too long. */
    @Nullable Target at(long timeMs) {
        var before = sightings.floorEntry(timeMs);
        var after = sightings.ceilingEntry(timeMs);
        if (before != null && after != null && after.getKey() - before.getKey() <= BRIDGED_MS) {
            return Target.between(before.getValue(), after.getValue(), timeMs);
        }
        if (before != null && timeMs - before.getKey() <= HELD_MS) {
            return before.getValue();
        }
        return after != null && after.getKey() - timeMs <= HELD_MS ? after.getValue() : null;
    }

    /** Both subjects at the times of this line. */
    TargetLine with(TargetLine other) {
        var both = new ArrayList<Target>();
        for (var target : sightings.values()) {
            var companion = other.at(target.timeMs());
            both.add(companion == null ? target : target.with(companion));
        }
        return new TargetLine(both);
    }

    /** Length that nine of ten sightings keep within. */
    double usualLength() {
        var lengths = sightings.values().stream().map(Target::length).sorted().toList();
        return lengths.get((int) (0.9 * (lengths.size() - 1)));
    }
}
