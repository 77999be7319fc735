package io.clipforge.api.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the {@link KeyRing} as this replica last saw them. One that it does not know may be a
 * new one, so it looks again, but not more than once a second: anybody can send unknown ids.
 */
@Singleton
class KnownKeys {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KeyRing ring;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    KnownKeys(KeyRing ring, Clock clock) {
        this.ring = ring;
        this.clock = clock;
    }

    private record Seen(List<Key> keys, Instant at) {}

    /** The public part of a key, ready for use. */
    record Key(SigningKey stored, ECKey key, ECDSAVerifier verifier) {
        String id() {
            return key.getKeyID();
        }
    }

    /** The one that signs now. */
    Key signing() {
        var keys = published();
        var now = clock.instant();
        return keys.reversed().stream()
                .filter(it -> !it.stored().signsFrom().isAfter(now))
                .findFirst()
                .orElse(keys.getFirst());
    }

    /** The private part stays sealed until it is needed. */
    ECDSASigner signer(Key key) throws JOSEException {
        return new ECDSASigner(ring.open(key.stored()));
    }

    Optional<Key> find(String id) {
        return find(id, look(FRESH)).or(() -> find(id, look(PAUSE)));
    }

    List<Key> published() {
        return look(FRESH);
    }

    private static Optional<Key> find(String id, List<Key> keys) {
        return keys.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private List<Key> look(Duration goodFor) {
        var last = seen;
        var now = clock.instant();
        if (last == null || last.at().plus(goodFor).isBefore(now)) {
            last = new Seen(ring.all().stream().map(KnownKeys::ready).toList(), now);
            seen = last;
        }
        return last.keys();
    }

    private static Key ready(SigningKey stored) {
        try {
            var key = ECKey.parse(stored.publicKey());
            return new Key(stored, key, new ECDSAVerifier(key));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("signing key " + stored.id() + " is unusable", e);
        }
    }
}
