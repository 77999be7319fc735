package io.clipforge.net;

import java.time.Duration;

/**
 * How long a peer may take.
 *
 * @param connect to accept the connection, for each address that is tried; the same again for TLS
 * @param silence between two reads, and until the first byte of the answer
 * @param total for everything together: name, connections, redirects, the last byte of the body
 */
public record Limits(Duration connect, Duration silence, Duration total) {
    public Limits {
        for (Duration each : new Duration[] {connect, silence, total}) {
            if (!each.isPositive()) {
                throw new IllegalArgumentException("a limit has to be positive, not " + each);
            }
        }
    }
}
