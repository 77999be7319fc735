package io.clipforge.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * No answer came: the connection was refused, cut or timed out. Retries are already used up when
 * you see it.
 */
public sealed class ConnectionException extends ClipForgeException permits TimeoutException {
    private final boolean requestSent;

    public ConnectionException(String message, boolean requestSent, @Nullable Throwable cause) {
        super(message, cause);
        this.requestSent = requestSent;
    }

    /**
     * Whether the request may have reached the server; {@code false} means that it surely had no
     * effect.
     */
    public boolean requestSent() {
        return requestSent;
    }
}
