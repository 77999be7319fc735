package io.clipforge.webhooks;

import java.time.Instant;

/** What follows from an attempt. */
public sealed interface DeliveryOutcome {
    Attempt attempt();

    /** The endpoint took it: 2xx. */
    record Delivered(Attempt attempt) implements DeliveryOutcome {}

    /** It failed and shall be tried again. */
    record RetryAt(Attempt attempt, Instant at) implements DeliveryOutcome {}

    /** It failed and was the last attempt of the schedule. */
    record Exhausted(Attempt attempt) implements DeliveryOutcome {}

    /** The endpoint answered 410: it wants nothing any more and is to be disabled. */
    record Gone(Attempt attempt) implements DeliveryOutcome {}

    /** The URL is out of bounds; nothing was sent and another attempt would not be either. */
    record Refused(Attempt attempt) implements DeliveryOutcome {}
}
