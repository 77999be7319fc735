package io.clipforge.media.captions.drawing;

/** A file is no font that captions are drawn with. */
public final class UnreadableFontException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong with it, for a log
     */
    public UnreadableFontException(String message) {
        super(message);
    }

    UnreadableFontException(String message, Throwable cause) {
        super(message, cause);
    }
}
