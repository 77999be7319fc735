package io.clipforge.fleet;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where the queue lies.
 *
 * @param url {@code redis://[:password@]host:port}, or {@code rediss://} for TLS; several
 *     addresses, or {@code redis-cluster://}, for a cluster
 */
@ConfigurationProperties("clipforge.redis")
record RedisSettings(String url) {
    /** The password is in it. */
    @Override
    public String toString() {
        return "RedisSettings";
    }
}
