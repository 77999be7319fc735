package io.clipforge.fleet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs of a fleet by their names, and the names that were cancelled before their run was here.
 *
 * <p>The control plane hears of a claim from the queue, possibly sooner than the fleet that made
 * it: a cancel can overtake the answer to the claim. Every fleet hears of every cancel, so most of
 * what is remembered is never asked for, and the oldest is forgotten.
 */
final class RunsByName {
    static final int REMEMBERED = 1_000;

    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> cancelledAhead =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    synchronized void add(Run run) {
        runs.put(run.id(), run);
        if (cancelledAhead.remove(run.id()) != null) {
            run.cancel();
        }
    }

    synchronized void cancel(UUID id) {
        var run = runs.get(id);
        if (run == null) {
            cancelledAhead.put(id, true);
        } else {
            run.cancel();
        }
    }

    void remove(Run run) {
        runs.remove(run.id());
    }

    /** Changes while it is looked at. */
    Collection<Run> all() {
        return runs.values();
    }
}
