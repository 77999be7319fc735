package io.clipforge.models;

import java.util.Locale;

/** What a model is for. */
public enum ModelKind {
    /** Speech to words. */
    WHISPER,
    /** Where there is speech. */
    VOICE_ACTIVITY,
    /** Who speaks. */
    SPEAKERS,
    /** Where faces are. */
    FACES,
    /** What a text means. */
    TEXT,
    /** What a picture and a text have in common. */
    PICTURES;

    /** As the manifest and the terminal say it, such as {@code voice-activity}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ModelKind of(String spelled) {
        return valueOf(spelled.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
