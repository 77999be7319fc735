package io.clipforge.media;

/** The media, or what it asked for, is at fault: another attempt would end the same way. */
public final class MediaException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Reason {
        /** Not a format we open. */
        UNSUPPORTED,
        /** A format we open, but damaged beyond use. */
        UNDECODABLE,
        /** The wall clock ran out. */
        TIMED_OUT,
        /** Processor time, file size or amount of output ran out. */
        LIMIT
    }

    private final Reason reason;
    private final String log;

    /**
     * @param log last lines of the program's standard error; for our logs, never for a customer
     */
    public MediaException(Reason reason, String message, String log) {
        super(log.isBlank() ? message : message + ": " + lastLine(log));
        this.reason = reason;
        this.log = log;
    }

    public Reason reason() {
        return reason;
    }

    public String log() {
        return log;
    }

    private static String lastLine(String log) {
        var lines = log.strip();
        return lines.substring(lines.lastIndexOf('\n') + 1);
    }
}
