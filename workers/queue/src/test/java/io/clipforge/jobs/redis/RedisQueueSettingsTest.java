package io.clipforge.jobs.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisQueueSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://a",
                "redis://:pw@a:6380/2",
                "rediss://user:pw@cluster.example:6379"
            })
    void oneAddressIsOneRedis(String url) {
        assertFalse(RedisQueueSettings.at(url).cluster());
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://a,b", "redis-cluster://a:6379", "rediss-cluster://:pw@a"})
    void severalAddressesOrTheSchemeMeanACluster(String url) {
        assertTrue(RedisQueueSettings.at(url).cluster());
    }

    @Test
    void everyNodeOfAClusterIsReachedInTheSameWay() {
        var seeds = seeds("rediss-cluster://user:pw@a:7000,b:7001");

        assertEquals(List.of("a", "b"), seeds.stream().map(RedisURI::getHost).toList());
        assertEquals(List.of(7000, 7001), seeds.stream().map(RedisURI::getPort).toList());
        for (var seed : seeds) {
            assertTrue(seed.isSsl());
            var password =
                    seed.getCredentialsProvider()
                            .resolveCredentials()
                            .mapNotNull(RedisCredentials::getPassword)
                            .block();
            assertArrayEquals("pw".toCharArray(), password);
        }
    }

    @Test
    void aTimeLimitIsPositive() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RedisQueueSettings("redis://a", Duration.ZERO, Duration.ofSeconds(1)));
    }

    private static List<RedisURI> seeds(String url) {
        return RedisServers.Cluster.seeds(RedisQueueSettings.at(url));
    }
}
