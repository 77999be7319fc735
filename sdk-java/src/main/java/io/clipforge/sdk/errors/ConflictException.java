package io.clipforge.sdk.errors;

/** 409: the object is in a state that does not allow this. */
public final class ConflictException extends ApiException {
    ConflictException(Refusal refusal) {
        super(refusal);
    }
}
