package io.clipforge.api.limits;

import java.util.Locale;

/** What is limited. Each has its quota and window in the configuration, under its setting. */
public enum Policy {
    /** Requests of a key or a person. */
    REQUESTS,
    /** Attempts to sign in, of an address. */
    SIGN_INS,
    /** Uploads that an organization opens. */
    UPLOADS,
    /** Reports of leaked keys, of an address. */
    LEAK_REPORTS;

    /** As the headers and problems write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String setting() {
        return text().replace('_', '-');
    }
}
