package io.clipforge.sdk.errors;

/** 401: no key, or a key that is unknown, expired or revoked. */
public final class UnauthenticatedException extends ApiException {
    UnauthenticatedException(Refusal refusal) {
        super(refusal);
    }
}
