package io.clipforge.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * The server answered with success and a body that is not what the contract promises; a proxy is
 * the usual cause.
 */
public final class UnexpectedAnswerException extends ClipForgeException {
    public UnexpectedAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
