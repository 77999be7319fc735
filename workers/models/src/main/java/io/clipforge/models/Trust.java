package io.clipforge.models;

/** Why the checksum of a file is believed. */
public enum Trust {
    /** It stands in ClipForge's manifest. */
    PINNED("pinned"),
    /** The publisher, or the mirror, said it before the file came. */
    DECLARED("as declared"),
    /** Nobody said any: it is what came the first time. */
    FIRST_SEEN("as first seen");

    private final String spoken;

    Trust(String spoken) {
        this.spoken = spoken;
    }

    public String spoken() {
        return spoken;
    }
}
