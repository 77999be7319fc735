package io.clipforge.sdk.errors;

/** 5xx: something broke on our side. */
public final class ServerException extends ApiException {
    ServerException(Refusal refusal) {
        super(refusal);
    }
}
