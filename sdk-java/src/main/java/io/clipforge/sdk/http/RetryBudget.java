package io.clipforge.sdk.http;

/**
 * What all calls of a client may spend on repetitions: 500 tokens at first and at most, 5 for a
 * repetition, and 1 back for each call that succeeds at once. When nothing succeeds any more, a
 * hundred repetitions later each call is made once, so that repeating never doubles an overload.
 * The figures are those of the AWS SDKs' standard mode.
 */
public final class RetryBudget {
    private static final int MOST = 500;
    private static final int PRICE = 5;

    private int tokens = MOST;

    synchronized void earn() {
        tokens = Math.min(MOST, tokens + 1);
    }

    synchronized boolean spend() {
        if (tokens < PRICE) {
            return false;
        }
        tokens -= PRICE;
        return true;
    }
}
