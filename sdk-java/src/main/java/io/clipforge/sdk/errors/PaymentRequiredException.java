package io.clipforge.sdk.errors;

/** 402: the organization's spending has reached its cap. */
public final class PaymentRequiredException extends ApiException {
    PaymentRequiredException(Refusal refusal) {
        super(refusal);
    }
}
