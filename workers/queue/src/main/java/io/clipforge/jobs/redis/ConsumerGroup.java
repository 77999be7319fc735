package io.clipforge.jobs.redis;

import static io.clipforge.jobs.redis.Script.argument;

import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a stream so that an entry goes to one reader, and to another one if the first died.
 *
 * <ol>
 *   <li>A read entry is pending until someone settles it; it is deleted once all older ones are
 *       settled too.
 *   <li>An entry that stays pending too long was left by a reader that died; the next one to look
 *       gets it.
 *   <li>A group that Redis forgot is made again where its absence is noticed.
 * </ol>
 */
final class ConsumerGroup {
    /** While someone waits, this is how often entries of dead readers are looked for. */
    private static final Duration ROUND = Duration.ofSeconds(1);

    /** A script takes so many arguments at once without trouble. */
    private static final int SETTLED_AT_ONCE = 1_000;

    /**
     * Who read an entry does not matter, only how long ago. One name for each replica would stay in
     * Redis when the replica is gone.
     */
    private static final String ANY_READER = "reader";

    private final RedisLink link;
    private final RedisLink.Connection waiting;
    private final ReentrantLock oneWaits = new ReentrantLock();
    private final String stream;
    private final Consumer<String> consumer;
    private final Duration takeOverAfter;
    private final Duration round;
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime());

    ConsumerGroup(RedisLink link, String stream, String name, RedisQueueSettings settings) {
        this.link = link;
        this.waiting = link.connection();
        this.stream = stream;
        this.consumer = Consumer.from(name, ANY_READER);
        this.takeOverAfter = settings.takeOverAfter();
        // a blocked read must end before its time limit does
        this.round =
                Stream.of(ROUND, takeOverAfter, settings.commandTimeout().dividedBy(2))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** Waits for entries. */
    List<StreamMessage<String, byte[]>> read(int max, Deadline deadline) {
        while (true) {
            var found = left(max);
            if (found.isEmpty()) {
                found = link.call(redis -> readGroup(redis, XReadArgs.Builder.count(max)));
            }
            if (found.isEmpty()) {
                found = await(max, deadline.atMost(round));
            }
            if (!found.isEmpty() || deadline.passed()) {
                return found;
            }
        }
    }

    void settle(List<String> ids) {
        for (int from = 0; from < ids.size(); from += SETTLED_AT_ONCE) {
            var some = ids.subList(from, Math.min(from + SETTLED_AT_ONCE, ids.size()));
            var arguments = new ArrayList<>(List.of(argument(consumer.getGroup())));
            some.forEach(it -> arguments.add(argument(it)));
            link.call(redis -> Script.SETTLE.count(redis, List.of(stream), arguments));
        }
    }

    /** Entries whose reader died before it settled them. */
    private List<StreamMessage<String, byte[]>> left(int max) {
        long last = lastLook.get();
        if (System.nanoTime() - last < round.toNanos()
                || !lastLook.compareAndSet(last, System.nanoTime())) {
            return List.of();
        }
        var idle = XAutoClaimArgs.Builder.xautoclaim(consumer, takeOverAfter, "0-0").count(max);
        var found =
                link.call(redis ->
                        inGroup(redis, () -> RedisLink.await(redis.xautoclaim(stream, idle)))
                                .getMessages());
        if (!found.isEmpty()) {
            lastLook.set(last); // there may be more
        }
        return found;
    }

    private List<StreamMessage<String, byte[]>> await(int max, Duration patience) {
        if (patience.toMillis() < 1) { // zero would mean for ever
            return List.of();
        }
        var args = XReadArgs.Builder.count(max).block(patience);
        return alone(patience, () -> waiting.call(redis -> readGroup(redis, args)));
    }

    /** Redis answers a connection in order, so that two who block on one would add up. */
    private List<StreamMessage<String, byte[]>> alone(
            Duration patience, Supplier<List<StreamMessage<String, byte[]>>> read) {
        try {
            if (!oneWaits.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueueUnavailableException(e);
        }
        try {
            return read.get();
        } finally {
            oneWaits.unlock();
        }
    }

    @SuppressWarnings("unchecked") // Lettuce takes its offsets as generic varargs
    private List<StreamMessage<String, byte[]>> readGroup(
            RedisClusterAsyncCommands<String, byte[]> redis, XReadArgs args) {
        var unread = StreamOffset.lastConsumed(stream);
        return inGroup(
                redis,
                () -> RedisLink.awaitUnlessInterrupted(redis.xreadgroup(consumer, args, unread)));
    }

    private <T> T inGroup(RedisClusterAsyncCommands<String, byte[]> redis, Supplier<T> command) {
        try {
            return command.get();
        } catch (RedisCommandExecutionException e) {
            if (!forgotten(e)) {
                throw e;
            }
            create(redis);
            return command.get();
        }
    }

    private static boolean forgotten(RedisCommandExecutionException e) {
        var message = String.valueOf(e.getMessage());
        return message.startsWith("NOGROUP") || message.startsWith("UNBLOCKED");
    }

    private void create(RedisClusterAsyncCommands<String, byte[]> redis) {
        var all = StreamOffset.from(stream, "0");
        var args = XGroupCreateArgs.Builder.mkstream();
        try {
            RedisLink.await(redis.xgroupCreate(all, consumer.getGroup(), args));
        } catch (RedisBusyException _) {
            // another reader was faster
        }
    }
}
