package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Priority;
import io.lettuce.core.Range;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisJobQueueTest extends JobQueueBehaviour {
    private static final KindKeys KEYS = new KindKeys(JobKind.RANK);
    private static final String LIST = KEYS.jobs(Priority.STANDARD);
    private static final Duration TAKE_OVER = Duration.ofMillis(400);

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
        return new RedisJobQueue(
                new RedisQueueSettings(redis.url(), Duration.ofSeconds(2), TAKE_OVER));
    }

    @Override
    public void forgetEverything() {
        redis.forgetEverything();
    }

    @Override
    public void takeAway() {
        redis.stop();
    }

    @Override
    public void bringBack() {
        redis.startAgain();
    }

    @Override
    public Duration redelivery() {
        return TAKE_OVER.multipliedBy(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "{\"assetId\":1}"})
    void aBrokenSpecIsPutAsideAndItsJobEnds(String spec) {
        var job = UUID.randomUUID();
        redis.ask(it -> it.rpush(LIST, job + "/2 " + spec));
        var next = submit();

        assertEquals(List.of(next), claimed(10));
        var reports = QueueUnderTest.said(reports(LONG));
        var started = (JobReport.Started) reports.getFirst();
        var why = new JobOutcome.Failed(JobProblem.INTERNAL_ERROR, "no worker can read this job");
        assertEquals(new JobReport.Started(job, 2, started.run(), "w"), started);
        assertEquals(new JobReport.Ended(job, 2, started.run(), why), reports.getLast());
        assertDead("entry", job + "/2 " + spec);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-2-3-4-5/1 {}", "0-0/ {}"})
    void whatNamesNoJobIsPutAsideAndReportsNothing(String entry) {
        redis.ask(it -> it.rpush(LIST, entry));

        assertEquals(List.of(), claimed(10));
        assertEquals(List.of(), reports(NOW));
        assertDead("entry", entry);
        assertEquals(0, waiting(JobKind.RANK));
    }

    @Test
    void aBrokenReportIsPutAside() {
        redis.ask(it -> it.xadd(KEYS.reports(), Map.of("report", "{}")));
        var golden = GoldenJobs.reports().getFirst();
        queue().report(JobKind.RANK, golden);

        assertEquals(List.of(golden), QueueUnderTest.said(reports(LONG)));
        assertDead("report", "{}");
    }

    @Test
    void deadLettersAreBounded() {
        for (int i = 0; i < DeadLetters.KEPT + 300; i += 100) {
            redis.ask(it -> it.rpush(LIST, "x".repeat(100).split("")));
            claimed(100);
        }

        // Redis trims in blocks of a hundred
        assertTrue(length(KEYS.dead()) <= DeadLetters.KEPT + 100);
    }

    @Test
    void aListThatWasDeletedByHandDoesNotBlockItsMessages() {
        var message = submit();
        redis.ask(it -> it.del(LIST));

        queue().submit(JobKind.RANK, Priority.STANDARD, List.of(message));

        assertEquals(List.of(message), claimed(10));
    }

    @Test
    void reportsThatWereTrimmedWhilePendingDoNotBlockTheOthers() {
        GoldenJobs.reports().forEach(it -> queue().report(JobKind.RANK, it));
        var read = reports(LONG);
        redis.ask(it -> it.xdel(KEYS.reports(), read.getFirst().receipt()));

        var again = another().reports(JobKind.RANK, "api-2", 100, LONG);

        assertEquals(read.subList(1, read.size()), again);
    }

    @Test
    void moreReportsThanOneStepSettlesAreAcknowledged() {
        var fields =
                Map.of("report", new String(JobJson.write(GoldenJobs.reports().getFirst()), UTF_8));
        redis.ask(it -> {
            for (int i = 0; i < 2_500; i++) {
                it.xadd(KEYS.reports(), fields);
            }
            return fields;
        });
        queue().acknowledge(JobKind.RANK, queue().reports(JobKind.RANK, "api-1", 5_000, LONG));

        assertEquals(0, length(KEYS.reports()));
    }

    @Test
    void aRestartIsAnotherEpochAlsoWhenNothingWasLost() {
        var before = queue().standing(JobKind.RANK).epoch();
        var mark = redis.ask(it -> it.get(KEYS.epoch()));
        redis.stop();
        redis.startAgain();
        redis.ask(it -> it.set(KEYS.epoch(), mark)); // as an append-only file would

        QueueUnderTest.eventually(
                () -> assertNotEquals(before, queue().standing(JobKind.RANK).epoch()));
    }

    @Test
    void aServerThatNeverAnswersCountsAsAway() throws IOException {
        var limit = Duration.ofMillis(300);
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var queue = new RedisJobQueue(silent(silent, limit))) {
            var deadline = Deadline.in(limit.multipliedBy(10));

            assertThrows(QueueUnavailableException.class, () -> queue.standing(JobKind.RANK));
            assertTrue(!deadline.passed());
        }
    }

    @Test
    void nothingIsLeftBehind() {
        submit(JobKind.RANK, Priority.BATCH, 20);
        claimed(100);
        queue().acknowledge(JobKind.RANK, reports(LONG));

        var keys = Set.copyOf(redis.ask(it -> it.keys("*")));
        assertEquals(Set.of(KEYS.reports(), KEYS.takes()), keys);
        assertEquals(0, length(KEYS.reports()));
    }

    private static void assertDead(String field, String value) {
        var dead = redis.ask(it -> it.xrange(KEYS.dead(), Range.unbounded()));
        assertEquals(1, dead.size());
        assertEquals(value, dead.getFirst().getBody().get(field));
    }

    private static long length(String stream) {
        return redis.ask(it -> it.xlen(stream));
    }

    private static RedisQueueSettings silent(ServerSocket server, Duration limit) {
        return new RedisQueueSettings(
                "redis://127.0.0.1:" + server.getLocalPort(), limit, TAKE_OVER);
    }
}
