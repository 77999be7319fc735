package io.clipforge.jobs.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** One Redis or many: what is asked of them is the same. */
sealed interface RedisServers {
    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    /** Opens one more connection. */
    RedisClusterAsyncCommands<String, byte[]> connect();

    /** Opens one more connection, to hear what is published. */
    StatefulRedisPubSubConnection<String, String> subscribe();

    void shutdown(Duration limit);

    static RedisServers at(RedisQueueSettings settings, ClientResources resources) {
        return settings.cluster()
                ? Cluster.at(settings, resources)
                : Single.at(settings, resources);
    }

    /** All keys on one server. */
    record Single(RedisClient client) implements RedisServers {
        static Single at(RedisQueueSettings settings, ClientResources resources) {
            var uri = RedisURI.create(settings.plainUrl());
            uri.setTimeout(settings.commandTimeout());
            var client = RedisClient.create(resources, uri);
            client.setOptions(options(ClientOptions.builder(), settings.commandTimeout()).build());
            return new Single(client);
        }

        @Override
        public RedisClusterAsyncCommands<String, byte[]> connect() {
            return client.connect(CODEC).async();
        }

        @Override
        public StatefulRedisPubSubConnection<String, String> subscribe() {
            return client.connectPubSub();
        }

        @Override
        public void shutdown(Duration limit) {
            client.shutdown(Duration.ZERO, limit);
        }
    }

    /** A Redis Cluster: each kind's keys on the node that has their slot. */
    record Cluster(RedisClusterClient client) implements RedisServers {
        /** Finds changes that no error told of, such as a node that was added. */
        private static final Duration LOOK_AROUND = Duration.ofSeconds(15);

        /** After an error told of a change; not more often than this. */
        private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

        static Cluster at(RedisQueueSettings settings, ClientResources resources) {
            var client = RedisClusterClient.create(resources, seeds(settings));
            var refresh =
                    ClusterTopologyRefreshOptions.builder()
                            .enablePeriodicRefresh(LOOK_AROUND)
                            .enableAllAdaptiveRefreshTriggers()
                            .refreshTriggersReconnectAttempts(1)
                            .adaptiveRefreshTriggersTimeout(LOOK_AGAIN)
                            .build();
            var options = ClusterClientOptions.builder();
            options.topologyRefreshOptions(refresh);
            options(options, settings.commandTimeout());
            client.setOptions(options.build());
            return new Cluster(client);
        }

        static List<RedisURI> seeds(RedisQueueSettings settings) {
            var seeds = RedisClusterURIUtil.toRedisURIs(URI.create(settings.plainUrl()));
            seeds.forEach(it -> it.setTimeout(settings.commandTimeout()));
            return seeds;
        }

        @Override
        public RedisClusterAsyncCommands<String, byte[]> connect() {
            return client.connect(CODEC).async();
        }

        @Override
        public StatefulRedisPubSubConnection<String, String> subscribe() {
            return client.connectPubSub();
        }

        @Override
        public void shutdown(Duration limit) {
            client.shutdown(Duration.ZERO, limit);
        }
    }

    private static ClientOptions.Builder options(ClientOptions.Builder options, Duration timeout) {
        return options
                // what cannot be sent now is the caller's to repeat, not to wait for
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled())
                .socketOptions(
                        SocketOptions.builder().connectTimeout(timeout).keepAlive(alive()).build());
    }

    /** A peer that vanished without a word is noticed within half a minute. */
    private static SocketOptions.KeepAliveOptions alive() {
        return SocketOptions.KeepAliveOptions.builder()
                .enable()
                .idle(Duration.ofSeconds(10))
                .interval(Duration.ofSeconds(5))
                .count(3)
                .build();
    }
}
