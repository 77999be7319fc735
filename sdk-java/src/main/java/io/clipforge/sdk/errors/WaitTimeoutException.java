package io.clipforge.sdk.errors;

/** What was waited for has not ended in time. It goes on, and may be waited for again. */
public final class WaitTimeoutException extends ClipForgeException {
    public WaitTimeoutException(String message) {
        super(message, null);
    }
}
