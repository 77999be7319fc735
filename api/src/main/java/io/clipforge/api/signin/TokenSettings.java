package io.clipforge.api.signin;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What tokens say and how long they work.
 *
 * @param issuer who signs, and for whom: {@code iss} and {@code aud} of every access token
 * @param access how long an access token works
 * @param refresh how long a refresh token works
 * @param session how long a session lasts, however often it is refreshed
 * @param keyLife how long a key signs before the next one is made
 * @param keyLead how long a new key is published before it signs: longer than copies of the set
 *     live
 */
@ConfigurationProperties("clipforge.tokens")
record TokenSettings(
        @Bindable(defaultValue = "https://api.clipforge.io") String issuer,
        @Bindable(defaultValue = "15m") Duration access,
        @Bindable(defaultValue = "7d") Duration refresh,
        @Bindable(defaultValue = "30d") Duration session,
        @Bindable(defaultValue = "30d") Duration keyLife,
        @Bindable(defaultValue = "10m") Duration keyLead) {
    TokenSettings {
        if (access.toSeconds() < 1 || refresh.toSeconds() < 1 || session.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "clipforge.tokens: access, refresh and session last a second at least");
        }
        if (keyLead.isNegative() || keyLife.compareTo(keyLead) <= 0) {
            throw new IllegalArgumentException(
                    "clipforge.tokens: key-life is longer than key-lead, which is not negative");
        }
    }
}
