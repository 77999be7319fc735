package io.clipforge.api.apikeys;

import io.clipforge.api.requests.Network;
import io.clipforge.api.versions.ApiVersions;
import io.micronaut.security.authentication.Authentication;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the database said about a secret at one time: a key, made ready for its callers, or none.
 */
final class Finding {
    /** Of a caller: the networks it is bound to, as its key has them. */
    static final String ALLOWED_IPS = "allowed_ips";

    private final @Nullable Known known;
    private final long askedAt;
    private final AtomicBoolean useNoted = new AtomicBoolean();

    private Finding(@Nullable Known known, long askedAt) {
        this.known = known;
        this.askedAt = askedAt;
    }

    /**
     * @param askedAt the nano time before the database was asked
     */
    static Finding of(Optional<Recognised> recognised, long askedAt) {
        return new Finding(recognised.map(Known::of).orElse(null), askedAt);
    }

    record Known(Recognised recognised, List<Network> networks, Authentication caller) {
        static Known of(Recognised recognised) {
            var key = recognised.key();
            return new Known(
                    recognised,
                    key.networks(),
                    Authentication.build(key.text(), key.scopes(), attributes(key)));
        }

        private static Map<String, Object> attributes(ApiKey key) {
            var attributes = new HashMap<>(key.tenant().attributes());
            attributes.put(ALLOWED_IPS, List.copyOf(key.allowedIps()));
            attributes.put(ApiVersions.PINNED, key.apiVersion());
            return attributes;
        }

        ApiKey key() {
            return recognised.key();
        }

        boolean admits(InetAddress address) {
            return networks.isEmpty() || networks.stream().anyMatch(it -> it.holds(address));
        }
    }

    long askedAt() {
        return askedAt;
    }

    boolean isOf(ApiKey key) {
        return known != null && known.key().id().equals(key.id());
    }

    Optional<Known> usable(Instant now) {
        return Optional.ofNullable(known).filter(it -> it.recognised().usable(now).isPresent());
    }

    /** True for one caller only. */
    boolean useIsNews(Instant now) {
        return known != null
                && !useNoted.get()
                && known.key().useIsNews(now)
                && useNoted.compareAndSet(false, true);
    }
}
