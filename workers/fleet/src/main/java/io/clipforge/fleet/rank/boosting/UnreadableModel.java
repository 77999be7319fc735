package io.clipforge.fleet.rank.boosting;

import org.jspecify.annotations.Nullable;

/** The text is no model, is damaged, or needs what this evaluator does not do; says which. */
public final class UnreadableModel extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnreadableModel(String message) {
        super(message);
    }

    UnreadableModel(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
