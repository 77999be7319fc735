package io.clipforge.sdk.errors;

/**
 * A webhook call is not from ClipForge, is too old, or was changed on its way. Answer it with 400
 * and do nothing.
 */
public final class WebhookVerificationException extends ClipForgeException {
    public WebhookVerificationException(String message) {
        super(message, null);
    }
}
