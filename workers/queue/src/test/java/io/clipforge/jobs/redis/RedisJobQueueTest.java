package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.lettuce.core.Consumer;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisJobQueueTest extends JobQueueBehaviour {
    private static final String STREAM = "clipforge:{rank.v1}:jobs";
    private static final Set<JobKind> RANK = Set.of(JobKind.RANK);
    private static final Duration TAKE_OVER = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static ThrowawayRedis redis;

    @BeforeAll
    static void start() {
        redis = ThrowawayRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.forgetEverything();
    }

    @Override
    protected JobQueue open() {
        return new RedisJobQueue(settings());
    }

    @Override
    protected void forgetEverything() {
        redis.forgetEverything();
    }

    @Override
    protected void takeAway() {
        redis.stop();
    }

    @Override
    protected void bringBack() {
        redis.startAgain();
    }

    @Override
    protected Duration redelivery() {
        return TAKE_OVER.multipliedBy(3);
    }

    @Test
    void whatADeadWorkerHadReadGoesToAnother() {
        try (var queue = open()) {
            var message = submit(queue);
            readAndDie(queue);

            assertEquals(message, queue.claim(RANK, "w", LONG).orElseThrow().message());
            assertEquals(0, queue.depth(JobKind.RANK));
        }
    }

    @Test
    void whatADeadWorkerHadTakenButNotSettledGoesToAnother() {
        try (var queue = open()) {
            var message = submit(queue);
            takeAndDie(message, readAndDie(queue));

            assertEquals(message, queue.claim(RANK, "w", LONG).orElseThrow().message());
        }
    }

    @Test
    void aSlowWorkerLearnsThatItsMessageWentToAnother() {
        try (var queue = open();
                var link = new RedisLink(settings())) {
            submit(queue);
            var slow = readAndDie(queue);
            assertTrue(queue.claim(RANK, "w", LONG).isPresent());

            var group = new ConsumerGroup(link, "fleet", settings());
            assertEquals(0, group.settle(STREAM, List.of(slow.getId())));
        }
    }

    @Test
    void aMessageHandedBackIsReadAgain() {
        try (var queue = open();
                var link = new RedisLink(settings())) {
            var message = submit(queue);
            var group = new ConsumerGroup(link, "fleet", settings());
            var read = group.read(List.of(STREAM), "x", 1, Deadline.in(LONG));
            group.handBack(read.getFirst());

            assertEquals(message, queue.claim(RANK, "w", LONG).orElseThrow().message());
            assertEquals(0, queue.depth(JobKind.RANK));
        }
    }

    @Test
    void anUnknownKindIsPutAside() {
        assertPutAside("kind", "rank.v99", "unknown kind rank.v99");
    }

    @Test
    void aKindInAForeignStreamIsPutAside() {
        var spec = new String(JobJson.write(GoldenJobs.spec(JobKind.RENDER)), UTF_8);
        var fields = fields();
        fields.put("spec", spec);
        fields.put("kind", "render.v1");

        assertPutAside(fields, "render.v1 does not belong here");
    }

    @Test
    void aBrokenSpecIsPutAside() {
        assertPutAside("spec", "{", "end-of-input");
    }

    @Test
    void aBrokenIdIsPutAside() {
        assertPutAside("job", "1", "UUID");
    }

    @Test
    void aBrokenReportIsPutAside() {
        try (var queue = open()) {
            redis.ask(it -> it.xadd("clipforge:{reports}", Map.of("report", "{}")));
            redis.ask(it -> it.xadd("clipforge:{reports}", Map.of("other", "{}")));
            GoldenJobs.reports().forEach(queue::report);

            var read = queue.reports("api-1", 100, LONG);

            assertEquals(
                    GoldenJobs.reports(), read.stream().map(JobQueue.Received::report).toList());
            assertEquals(2, length(DeadLetters.STREAM));
        }
    }

    @Test
    void deadLettersAreBounded() {
        try (var link = new RedisLink(settings())) {
            var dead = new DeadLetters(link);
            var entry = new StreamMessage<>(STREAM, "1-1", Map.of("job", new byte[] {'x'}));
            for (int i = 0; i < DeadLetters.KEPT + 300; i++) {
                dead.add(entry, new IllegalStateException("for the test"));
            }
        }

        // Redis trims in blocks of a hundred
        assertTrue(length(DeadLetters.STREAM) <= DeadLetters.KEPT + 100);
    }

    @Test
    void reportsThatWereTrimmedWhilePendingDoNotBlockTheOthers() {
        try (var queue = open()) {
            GoldenJobs.reports().forEach(queue::report);
            var read = queue.reports("api-1", 100, LONG);
            redis.ask(it -> it.xdel("clipforge:{reports}", read.getFirst().receipt()));

            var again = queue.reports("api-2", 100, LONG);

            assertEquals(read.subList(1, read.size()), again);
        }
    }

    @Test
    void aRestartOfRedisIsAnotherEpoch() {
        String before;
        try (var queue = open()) {
            before = queue.epoch();
        }
        var marker = redis.ask(it -> it.get("clipforge:epoch"));
        redis.stop();
        redis.startAgain();
        redis.ask(it -> it.set("clipforge:epoch", marker)); // as an append-only file would

        try (var queue = open()) {
            assertNotEquals(before, queue.epoch());
        }
    }

    @Test
    void aServerThatNeverAnswersCountsAsAway() throws IOException {
        var limit = Duration.ofMillis(300);
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var queue = openAt(silent, limit)) {
            long start = System.nanoTime();

            assertThrows(QueueUnavailableException.class, queue::epoch);
            var time = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(time.compareTo(limit.multipliedBy(10)) < 0, time::toString);
        }
    }

    @Test
    void theKeysOfAKindShareASlotAndNothingIsLeftBehind() {
        try (var queue = open()) {
            submit(queue);
            assertTrue(queue.claim(RANK, "w", LONG).isPresent());
            queue.acknowledge(queue.reports("api-1", 10, LONG));

            var keys = redis.ask(it -> it.keys("clipforge:{rank.v1}*"));
            assertEquals(2, keys.size());
            assertEquals(
                    1, keys.stream().map(SlotHash::getSlot).collect(Collectors.toSet()).size());
            assertEquals(0, length(STREAM));
            assertEquals(0, length("clipforge:{reports}"));
            var taken = keys.stream().filter(it -> it.contains("taken")).findFirst().orElseThrow();
            assertTrue(redis.ask(it -> it.ttl(taken)) > 0);
        }
    }

    private void assertPutAside(String field, String value, String reason) {
        var fields = fields();
        fields.put(field, value);
        assertPutAside(fields, reason);
    }

    private void assertPutAside(Map<String, String> fields, String reason) {
        try (var queue = open()) {
            redis.ask(it -> it.xadd(STREAM, fields));
            var next = submit(queue);

            assertEquals(next, queue.claim(RANK, "w", LONG).orElseThrow().message());
            assertEquals(Optional.empty(), queue.claim(RANK, "w", redelivery()));
            assertEquals(0, queue.depth(JobKind.RANK));
        }
        var dead = redis.ask(it -> it.xrange(DeadLetters.STREAM, Range.unbounded()));
        assertEquals(1, dead.size());
        var body = dead.getFirst().getBody();
        assertTrue(body.entrySet().containsAll(fields.entrySet()));
        assertEquals(STREAM, body.get("dead:stream"));
        assertTrue(String.valueOf(body.get("dead:reason")).contains(reason));
    }

    private static long length(String stream) {
        return redis.ask(it -> it.xlen(stream));
    }

    private static Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        JobEntry.write(message())
                .forEach((name, value) -> fields.put(name, new String(value, UTF_8)));
        return fields;
    }

    private static StreamMessage<String, String> readAndDie(JobQueue queue) {
        assertEquals(1, queue.depth(JobKind.RANK));
        redis.ask(it -> {
            return it.xgroupCreate(StreamOffset.from(STREAM, "0"), "fleet");
        });
        var read = redis.ask(RedisJobQueueTest::read);
        assertFalse(read.isEmpty());
        return read.getFirst();
    }

    @SuppressWarnings("unchecked") // Lettuce takes its offsets as generic varargs
    private static List<StreamMessage<String, String>> read(
            RedisCommands<String, String> commands) {
        return commands.xreadgroup(
                Consumer.from("fleet", "dead"), StreamOffset.lastConsumed(STREAM));
    }

    private static void takeAndDie(JobMessage message, StreamMessage<String, String> entry) {
        var taken = "clipforge:{rank.v1}:taken:" + message.jobId() + ":" + message.attempt();
        redis.ask(it -> it.set(taken, entry.getId()));
    }

    private static JobMessage submit(JobQueue queue) {
        var message = message();
        queue.submit(message);
        return message;
    }

    private static JobMessage message() {
        return new JobMessage(UUID.randomUUID(), 1, GoldenJobs.spec(JobKind.RANK));
    }

    private static JobQueue openAt(ServerSocket server, Duration limit) {
        var url = "redis://127.0.0.1:" + server.getLocalPort();
        return new RedisJobQueue(new RedisQueueSettings(url, limit, TAKE_OVER));
    }

    private static RedisQueueSettings settings() {
        return new RedisQueueSettings(redis.url(), Duration.ofSeconds(2), TAKE_OVER);
    }
}
