package io.clipforge.media.captions;

/** A subtitle file breaks its format. The message names the line and may be shown to a customer. */
public final class SubtitleFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    SubtitleFormatException(int line, String problem) {
        super("line " + line + ": " + problem);
        this.line = line;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
