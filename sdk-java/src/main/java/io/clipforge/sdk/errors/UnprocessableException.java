package io.clipforge.sdk.errors;

/** 422: a value is not acceptable; {@link #fieldErrors()} names each one. */
public final class UnprocessableException extends ApiException {
    UnprocessableException(Refusal refusal) {
        super(refusal);
    }
}
