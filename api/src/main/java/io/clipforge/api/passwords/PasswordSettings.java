package io.clipforge.api.passwords;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What a password costs to check, as OWASP recommends for Argon2id. Hashes that were made at
 * another cost still work and are made anew when their owner signs in.
 *
 * @param memoryKib memory for one hash, KiB
 * @param passes how often the memory is gone over
 * @param lanes how many may work on one hash at once
 * @param atOnce how many hashes are computed at once: more wait, so that sign-ins cannot exhaust
 *     memory; 0 for one per processor
 */
@ConfigurationProperties("clipforge.passwords")
record PasswordSettings(
        @Bindable(defaultValue = "19456") int memoryKib,
        @Bindable(defaultValue = "2") int passes,
        @Bindable(defaultValue = "1") int lanes,
        @Bindable(defaultValue = "0") int atOnce) {
    PasswordSettings {
        if (memoryKib < 8 || passes < 1 || lanes < 1 || atOnce < 0) {
            throw new IllegalArgumentException(
                    "clipforge.passwords: memory-kib is at least 8, passes and lanes are at least 1, at-once is not negative");
        }
    }

    Argon2Hash.Cost cost() {
        return new Argon2Hash.Cost(memoryKib, passes, lanes);
    }

    int permits() {
        return atOnce == 0 ? Runtime.getRuntime().availableProcessors() : atOnce;
    }
}
