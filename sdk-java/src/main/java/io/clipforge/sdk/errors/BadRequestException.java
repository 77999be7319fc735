package io.clipforge.sdk.errors;

/** 400: the request cannot be understood, or a header it needs is missing. */
public final class BadRequestException extends ApiException {
    BadRequestException(Refusal refusal) {
        super(refusal);
    }
}
