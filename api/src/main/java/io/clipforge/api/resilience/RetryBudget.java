package io.clipforge.api.resilience;

/**
 * How many calls may be repeated: each that went well earns a tenth of a repetition, up to a limit.
 * When everything fails nothing is repeated any more, so repeating never doubles an overload.
 */
final class RetryBudget {
    private static final int PRICE = 10;

    private final int most;
    private int saved;

    /**
     * @param repetitions that can be saved up, and that are there at the start
     */
    RetryBudget(int repetitions) {
        this.most = repetitions * PRICE;
        this.saved = most;
    }

    synchronized void earn() {
        saved = Math.min(most, saved + 1);
    }

    synchronized boolean spend() {
        if (saved < PRICE) {
            return false;
        }
        saved -= PRICE;
        return true;
    }
}
