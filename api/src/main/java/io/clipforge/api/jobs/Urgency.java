package io.clipforge.api.jobs;

import io.clipforge.jobs.Priority;
import org.jspecify.annotations.Nullable;

/** Priorities, from the public name to ours. */
public final class Urgency {
    private Urgency() {}

    public static Priority of(io.clipforge.api.generated.model.@Nullable Priority asked) {
        return asked == null ? Priority.STANDARD : Priority.of(asked.getValue());
    }
}
