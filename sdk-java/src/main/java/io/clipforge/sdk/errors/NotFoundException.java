package io.clipforge.sdk.errors;

/** 404: no such object in this organization and environment. */
public final class NotFoundException extends ApiException {
    NotFoundException(Refusal refusal) {
        super(refusal);
    }
}
