package io.clipforge.sdk.errors;

/** 403: the key is valid and lacks the scope of the operation. */
public final class ForbiddenException extends ApiException {
    ForbiddenException(Refusal refusal) {
        super(refusal);
    }
}
