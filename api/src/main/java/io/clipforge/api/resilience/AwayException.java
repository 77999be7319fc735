package io.clipforge.api.resilience;

import org.jspecify.annotations.Nullable;

/** Something that is not ours does not answer, or is left be because it did not for a while. */
public final class AwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwayException(String name, @Nullable RuntimeException cause) {
        super(name + " is away", cause);
    }
}
