package io.clipforge.fleet.rank.boosting;

import java.util.BitSet;

/** Which way a value goes at an inner node: true is left. */
sealed interface Split {

    /** What is closer to nothing is zero (1e-35 as a float, like the library's). */
    double NOTHING = 1e-35f;

    boolean left(double value);

    static boolean isZero(double value) {
        return value >= -NOTHING && value <= NOTHING;
    }

    /** What counts as missing at a numerical split. */
    enum Missing {
        NONE,
        ZERO,
        NAN;

        /** NaN is a zero where it does not count as missing. */
        boolean is(double value) {
            return switch (this) {
                case NONE -> false;
                case ZERO -> Double.isNaN(value) || isZero(value);
                case NAN -> Double.isNaN(value);
            };
        }
    }

    record Numerical(double threshold, Missing missing, boolean missingGoesLeft) implements Split {
        @Override
        public boolean left(double value) {
            if (missing.is(value)) {
                return missingGoesLeft;
            }
            return (Double.isNaN(value) ? 0 : value) <= threshold;
        }
    }

    /**
     * @param lefts the categories that go left
     */
    record Categorical(BitSet lefts) implements Split {
        /** A missing, negative or unheard-of category goes right; a fraction is cut off. */
        @Override
        public boolean left(double value) {
            return !Double.isNaN(value) && (int) value >= 0 && lefts.get((int) value);
        }
    }
}
