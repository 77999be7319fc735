package io.clipforge.sdk.errors;

/**
 * Nothing moved for as long as the client is willing to wait. The request may have had its effect.
 */
public final class TimeoutException extends ConnectionException {
    public TimeoutException(String message) {
        super(message, true, null);
    }
}
