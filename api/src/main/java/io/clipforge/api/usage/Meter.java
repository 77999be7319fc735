package io.clipforge.api.usage;

import java.util.Locale;

/** What is counted. */
public enum Meter {
    /** Media that was turned into a transcript and moments, milliseconds. */
    PROCESSED_MS,
    /** Finished clips, milliseconds of all renditions together. */
    RENDERED_MS;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
