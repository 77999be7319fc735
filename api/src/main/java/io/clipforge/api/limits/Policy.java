package io.clipforge.api.limits;

import java.util.Locale;

/** What is limited. Each has its quota and window in the configuration, under its setting. */
public enum Policy {
    /** Requests of a key or a person. */
    REQUESTS,
    /** Sign-ins of people and machines, successful or not, of an address. */
    SIGN_INS,
    /** Uploads that an organization opens. */
    UPLOADS,
    /** Reports of leaked keys, of an address. */
    LEAK_REPORTS,
    /** Minutes of media that an organization has processed since the month began, in UTC. */
    MINUTES_PER_MONTH;

    /** As the headers and problems write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String setting() {
        return text().replace('_', '-');
    }
}
