package io.clipforge.sdk.errors;

/**
 * A webhook call is not from ClipForge, is too old, or was changed on its way. Answer it with 400
 * and do nothing.
 */
public final class WebhookVerificationException extends ClipForgeException {
    private final Reason reason;

    /** What was wrong with a call; the first of them that applies. */
    public enum Reason {
        /**
         * {@code webhook-id}, {@code webhook-timestamp} or {@code webhook-signature} is missing or
         * empty.
         */
        MISSING_HEADER("a webhook header is missing"),
        /** {@code webhook-timestamp} is not a whole number of seconds. */
        MALFORMED_TIMESTAMP("the timestamp is not a number of seconds"),
        /** Signed more than five minutes ago: perhaps a replay. */
        TIMESTAMP_TOO_OLD("the timestamp is too old"),
        /** Signed more than five minutes in the future: look at your clock. */
        TIMESTAMP_TOO_NEW("the timestamp is in the future"),
        /** Forged, changed on its way, or signed with a secret that was not given. */
        NO_MATCHING_SIGNATURE("no signature matches");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    public WebhookVerificationException(Reason reason) {
        super(reason.text, null);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
