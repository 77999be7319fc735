package io.clipforge.api.signin;

import io.clipforge.api.secrets.SealedRows;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Signing keys whose private parts are to be sealed anew. */
@Singleton
final class SigningKeyRotation implements SealedRows<UUID> {
    private final KeyRing ring;

    SigningKeyRotation(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public UUID start() {
        return new UUID(0, 0);
    }

    @Override
    public List<UUID> stale(UUID last, int limit) {
        return ring.stale(last, limit);
    }

    @Override
    public void sealAnew(UUID row) {
        ring.sealAnew(row);
    }
}
