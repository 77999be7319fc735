package io.clipforge.api.apikeys;

import io.clipforge.api.generated.model.RevocationReason;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What happens when someone shows us a secret that is not his. */
@Singleton
final class LeakReports {
    private final Recognition recognition;
    private final ApiKeyService keys;
    private final Clock clock;

    LeakReports(Recognition recognition, ApiKeyService keys, Clock clock) {
        this.recognition = recognition;
        this.keys = keys;
        this.clock = clock;
    }

    /** Silent about whether there was such a key. */
    void take(String secret, @Nullable String foundAtUrl) {
        KeyText.find(secret.strip())
                .map(KeyText::hexHash)
                .ifPresent(hash ->
                        recognition
                                .recognise(hash)
                                .filter(it -> it.usable(clock.instant()).isPresent())
                                .ifPresent(it -> stop(it, hash, foundAtUrl)));
    }

    /** People reroll what has leaked: reporting the old secret then must not stop the new one. */
    private void stop(Recognised leaked, String hash, @Nullable String foundAtUrl) {
        if (leaked.replacedUntil() == null) {
            keys.revoke(leaked.key(), RevocationReason.LEAKED, foundAtUrl);
        } else {
            keys.endFormer(leaked.key(), hash);
        }
    }
}
