package io.clipforge.jobs.redis;

import static io.clipforge.jobs.redis.QueueUnderTest.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.Priority;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisClusterJobQueueTest extends JobQueueBehaviour {
    private static final KindKeys KEYS = new KindKeys(JobKind.RANK);
    private static final Duration TAKE_OVER = Duration.ofMillis(400);

    private static ThrowawayRedisCluster cluster;

    @BeforeAll
    static void start() {
        cluster = ThrowawayRedisCluster.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void empty() {
        cluster.forgetEverything();
    }

    @Override
    protected JobQueue open() {
        return new RedisJobQueue(
                new RedisQueueSettings(cluster.url(), Duration.ofSeconds(2), TAKE_OVER));
    }

    @Override
    public void forgetEverything() {
        cluster.forgetEverything();
    }

    @Override
    public void takeAway() {
        cluster.stop();
    }

    @Override
    public void bringBack() {
        cluster.startAgain();
    }

    @Override
    public Duration redelivery() {
        return TAKE_OVER.multipliedBy(3);
    }

    @Test
    void theKindsAreSpreadOverTheNodes() {
        var nodes =
                ALL.stream()
                        .map(it -> cluster.portOf(new KindKeys(it).epoch()))
                        .collect(Collectors.toSet());

        assertEquals(3, nodes.size());
    }

    @Test
    void theKeysOfAKindShareASlot() {
        submit();
        claimed(1);
        submit();
        queue().standing(JobKind.RANK);

        var keys = cluster.ask(KEYS.epoch(), it -> it.keys("clipforge:{rank.v1/tasks}:*"));
        assertEquals(5, keys.size(), keys::toString);
        assertEquals(1, keys.stream().map(SlotHash::getSlot).distinct().count());
    }

    @Test
    void aFailoverKeepsWhatTheReplicaHad() {
        var messages = submit(JobKind.RANK, Priority.STANDARD, 3);
        var epoch = queue().standing(JobKind.RANK).epoch();
        assertEquals(messages.subList(0, 1), claimed(1));
        assertEquals(1, reports(LONG).size());

        cluster.failOver(KEYS.epoch());

        eventually(() -> assertNotEquals(epoch, queue().standing(JobKind.RANK).epoch()));
        eventually(() -> assertEquals(messages.subList(1, 3), claimed(10)));
        // what was read but not acknowledged, and the new ones
        assertEquals(3, reports(LONG).size() + reports(LONG).size());
    }
}
