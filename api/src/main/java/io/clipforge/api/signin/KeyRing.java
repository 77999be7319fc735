package io.clipforge.api.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.secrets.SecretBox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The keys of access tokens as they stand in the database, and how they follow each other.
 *
 * <ol>
 *   <li>When the newest key has lived its life, the next one is made and published.
 *   <li>It signs from when nobody can have a copy of the set without it.
 *   <li>The one before stays published until the last token it signed has expired.
 * </ol>
 */
@Singleton
public class KeyRing {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final SecretBox box;
    private final TokenSettings settings;
    private final Clock clock;

    KeyRing(SigningKeys keys, SecretBox box, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.box = box;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that may still be needed, in the order in which they sign; there is one at least. */
    @Transactional
    List<SigningKey> all() {
        var found = keys.all();
        if (!found.isEmpty()) {
            return found;
        }
        keys.lock();
        if (keys.all().isEmpty()) {
            add(clock.instant());
        }
        return keys.all();
    }

    /**
     * Makes the next key when it is time, and forgets those that nothing is signed with any more.
     */
    @Transactional
    public void turn() {
        keys.lock();
        var now = clock.instant();
        var known = keys.all();
        if (known.isEmpty()) {
            add(now);
        } else if (known.getLast().createdAt().plus(settings.keyLife()).isBefore(now)) {
            add(now.plus(settings.keyLead()));
        }
        for (int i = 0; i + 1 < known.size(); i++) {
            var lastExpiry = known.get(i + 1).signsFrom().plus(settings.access()).plus(SKEW);
            if (lastExpiry.isBefore(now)) {
                keys.remove(known.get(i).id());
            }
        }
    }

    /** The key with its private part. */
    ECKey open(SigningKey key) {
        try {
            return ECKey.parse(
                    new String(
                            box.open(key.privateKey(), context(key.id())), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("signing key " + key.id() + " is unreadable", e);
        }
    }

    private void add(Instant signsFrom) {
        var id = UuidV7.next();
        try {
            var key =
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(TypeId.SIGNING_KEY.text(id))
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(AccessTokens.ALGORITHM)
                            .generate();
            keys.add(
                    id,
                    key.toPublicJWK().toJSONString(),
                    box.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8), context(id)),
                    signsFrom,
                    clock.instant());
        } catch (JOSEException e) {
            throw new IllegalStateException("a signing key could not be made", e);
        }
    }

    /** The ids of keys that are sealed under another master key than is used now. */
    @Transactional
    List<UUID> stale(UUID last, int limit) {
        return keys.stale(last, box.currentKey(), limit);
    }

    @Transactional
    void sealAnew(UUID id) {
        keys.hold(id).ifPresent(it -> keys.seal(id, box.sealAnew(it.privateKey(), context(id))));
    }

    private static String context(UUID id) {
        return "signing_keys/" + id;
    }
}
