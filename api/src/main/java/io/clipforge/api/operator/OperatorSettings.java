package io.clipforge.api.operator;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * @param token who sends it as a bearer token is an operator; absent means that there is none
 */
@ConfigurationProperties("clipforge.operator")
record OperatorSettings(@Nullable String token) {
    private static final int SHORTEST = 16;

    OperatorSettings {
        if (token != null && token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "clipforge.operator.token has at least " + SHORTEST + " characters");
        }
    }
}
