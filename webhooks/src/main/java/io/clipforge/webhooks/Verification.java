package io.clipforge.webhooks;

import java.time.Instant;
import java.util.Locale;

/** What a check of a delivery came to. */
public sealed interface Verification {

    /** Whoever sent this knows a secret, and sent it just now. */
    record Genuine(String id, Instant sentAt) implements Verification {}

    record Refused(Reason reason) implements Verification {}

    /** Why a delivery is not believed, in the order of the checks. */
    enum Reason {
        MISSING_HEADER,
        MALFORMED_TIMESTAMP,
        TIMESTAMP_TOO_OLD,
        TIMESTAMP_TOO_NEW,
        NO_MATCHING_SIGNATURE;

        /** As the SDKs and the vectors write it: {@code missing_header}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
