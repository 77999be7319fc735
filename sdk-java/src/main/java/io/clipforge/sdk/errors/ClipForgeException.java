package io.clipforge.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this SDK throws on purpose. No message ever holds a key, a secret or a
 * presigned address.
 */
public abstract sealed class ClipForgeException extends RuntimeException
        permits ApiException,
                ConnectionException,
                JobFailedException,
                StorageException,
                UnexpectedAnswerException,
                WaitTimeoutException,
                WebhookVerificationException {
    ClipForgeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
