package io.clipforge.api.audit;

import io.micronaut.core.annotation.Introspected;

/** The end of a chain as it was last written. */
@Introspected
record Head(long sequence, String hash) {
    static final Head NONE = new Head(0, Link.START);
}
