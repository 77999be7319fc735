package io.clipforge.sdk.errors;

/** 412: the object has changed since the version you named. */
public final class PreconditionFailedException extends ApiException {
    PreconditionFailedException(Refusal refusal) {
        super(refusal);
    }
}
