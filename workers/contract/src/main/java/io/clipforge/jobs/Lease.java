package io.clipforge.jobs;

import java.time.Duration;

/** How long the control plane waits for a sign of life before it gives a job to another worker. */
public final class Lease {
    /** A worker reports at least this often. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** Silence after which an attempt counts as lost: three beats. */
    public static final Duration TERM = Duration.ofSeconds(6);

    private Lease() {}
}
