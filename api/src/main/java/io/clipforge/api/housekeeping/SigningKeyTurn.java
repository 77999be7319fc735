package io.clipforge.api.housekeeping;

import io.clipforge.api.signin.KeyRing;
import jakarta.inject.Singleton;

/** Lets the keys of access tokens follow each other. */
@Singleton
final class SigningKeyTurn implements Schedule {
    private final KeyRing ring;

    SigningKeyTurn(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public String name() {
        return "turn-signing-keys";
    }

    @Override
    public String cron() {
        return "0 23 * * * *";
    }

    @Override
    public Work begin() {
        return () -> {
            ring.turn();
            return false;
        };
    }
}
