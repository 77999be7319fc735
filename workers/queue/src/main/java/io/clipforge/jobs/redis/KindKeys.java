package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.Priority;
import java.util.Arrays;
import java.util.List;

/**
 * Where a kind lies in Redis. The hash tag keeps all of it in one slot, so that a script may touch
 * several keys, and lets a cluster spread the kinds.
 *
 * <p>The tag is more than the kind's name for the sake of its slot: by their bare names all kinds
 * would lie in the last third of the slots, on one node of three.
 */
record KindKeys(JobKind kind) {
    /** A list, oldest first: what no worker has taken yet. */
    String jobs(Priority priority) {
        return key("jobs:" + priority.text());
    }

    /** Every {@link #jobs}, the most urgent first. */
    List<String> jobs() {
        return Arrays.stream(Priority.values()).map(this::jobs).toList();
    }

    /** A set: which attempts wait. */
    String waiting() {
        return key("waiting");
    }

    /** A number: how many were ever taken. */
    String takes() {
        return key("takes");
    }

    /** A stream: what workers say. */
    String reports() {
        return key("reports");
    }

    /** A stream: what nobody can read. */
    String dead() {
        return key("dead");
    }

    /** A mark that is lost when the memory is. */
    String epoch() {
        return key("epoch");
    }

    private String key(String name) {
        return "clipforge:{" + kind.wireName() + "/tasks}:" + name;
    }
}
