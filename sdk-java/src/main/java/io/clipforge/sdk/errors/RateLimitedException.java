package io.clipforge.sdk.errors;

/** 429: too many requests; {@link #retryAfter()} says when to come back. */
public final class RateLimitedException extends ApiException {
    RateLimitedException(Refusal refusal) {
        super(refusal);
    }
}
