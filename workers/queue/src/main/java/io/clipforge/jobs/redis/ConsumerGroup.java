package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads streams so that an entry goes to one reader, and to another one if the first died.
 *
 * <ol>
 *   <li>A read entry is pending until someone settles it, which also deletes it.
 *   <li>An entry that stays pending too long was left by a reader that died; the next one to look
 *       gets it. A reader which was only slow finds out when it settles.
 *   <li>A group that Redis forgot is made again where its absence is noticed.
 * </ol>
 */
final class ConsumerGroup {
    /** While someone waits, this is how often entries of dead readers are looked for. */
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final RedisLink link;
    private final RedisLink.Connection waiting;
    private final ReentrantLock oneWaits = new ReentrantLock();
    private final String name;
    private final Duration takeOverAfter;
    private final Duration round;
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime());
    private final AtomicInteger turn = new AtomicInteger();

    ConsumerGroup(RedisLink link, String name, RedisQueueSettings settings) {
        this.link = link;
        this.waiting = link.connection();
        this.name = name;
        this.takeOverAfter = settings.takeOverAfter();
        // a blocked read must end before its time limit does
        this.round =
                Stream.of(ROUND, takeOverAfter, settings.commandTimeout().dividedBy(2))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /**
     * Waits for entries.
     *
     * @param max of one stream; when several streams get entries at the same instant, each may
     *     yield as many
     */
    List<StreamMessage<String, byte[]>> read(
            List<String> streams, String reader, int max, Deadline deadline) {
        var consumer = Consumer.from(name, reader);
        while (true) {
            var found = left(streams, consumer, max);
            if (found.isEmpty()) {
                found = next(streams, consumer, max);
            }
            if (found.isEmpty()) {
                found = await(streams, consumer, max, deadline.atMost(round));
            }
            if (!found.isEmpty() || deadline.passed()) {
                return found;
            }
        }
    }

    /** How many of them nobody had settled before. */
    long settle(String stream, List<String> ids) {
        return link.call(redis -> Script.SETTLE.run(redis, List.of(stream), withName(ids)));
    }

    void handBack(StreamMessage<String, byte[]> entry) {
        link.call(redis ->
                Script.HAND_BACK.run(
                        redis, List.of(entry.getStream()), List.of(name, entry.getId())));
    }

    /** Entries whose reader died before it settled them. */
    private List<StreamMessage<String, byte[]>> left(
            List<String> streams, Consumer<String> consumer, int max) {
        long last = lastLook.get();
        if (System.nanoTime() - last < round.toNanos()
                || !lastLook.compareAndSet(last, System.nanoTime())) {
            return List.of();
        }
        for (var stream : streams) {
            var found = takeOver(stream, consumer, max);
            if (!found.isEmpty()) {
                lastLook.set(last); // there may be more
                return found;
            }
        }
        return List.of();
    }

    private List<StreamMessage<String, byte[]>> takeOver(
            String stream, Consumer<String> consumer, int max) {
        var idle = XAutoClaimArgs.Builder.xautoclaim(consumer, takeOverAfter, "0-0").count(max);
        return link.call(redis ->
                inGroup(redis, List.of(stream), () -> redis.xautoclaim(stream, idle))
                        .getMessages());
    }

    /** What lies there already, each stream first in its turn. */
    private List<StreamMessage<String, byte[]>> next(
            List<String> streams, Consumer<String> consumer, int max) {
        var order = new ArrayList<>(streams);
        Collections.rotate(order, turn.getAndIncrement() % order.size());
        var args = XReadArgs.Builder.count(max);
        for (var stream : order) {
            var found = link.call(redis -> readGroup(redis, List.of(stream), consumer, args));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<StreamMessage<String, byte[]>> await(
            List<String> streams, Consumer<String> consumer, int max, Duration patience) {
        if (patience.toMillis() < 1) { // zero would mean for ever
            return List.of();
        }
        var args = XReadArgs.Builder.count(max).block(patience);
        return alone(
                patience, () -> waiting.call(redis -> readGroup(redis, streams, consumer, args)));
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

    @SuppressWarnings({"unchecked", "rawtypes"}) // Lettuce takes its offsets as generic varargs
    private List<StreamMessage<String, byte[]>> readGroup(
            RedisCommands<String, byte[]> redis,
            List<String> streams,
            Consumer<String> consumer,
            XReadArgs args) {
        StreamOffset<String>[] unread =
                streams.stream().map(StreamOffset::lastConsumed).toArray(StreamOffset[]::new);
        return inGroup(redis, streams, () -> redis.xreadgroup(consumer, args, unread));
    }

    private <T> T inGroup(
            RedisCommands<String, byte[]> redis, List<String> streams, Supplier<T> command) {
        try {
            return command.get();
        } catch (RedisCommandExecutionException e) {
            if (!forgotten(e)) {
                throw e;
            }
            streams.forEach(it -> create(redis, it));
            return command.get();
        }
    }

    private static boolean forgotten(RedisCommandExecutionException e) {
        var message = String.valueOf(e.getMessage());
        return message.startsWith("NOGROUP") || message.startsWith("UNBLOCKED");
    }

    private void create(RedisCommands<String, byte[]> redis, String stream) {
        try {
            redis.xgroupCreate(
                    StreamOffset.from(stream, "0"), name, XGroupCreateArgs.Builder.mkstream());
        } catch (RedisBusyException _) {
            // another reader was faster
        }
    }

    private List<String> withName(List<String> ids) {
        var arguments = new ArrayList<>(List.of(name));
        arguments.addAll(ids);
        return arguments;
    }
}
