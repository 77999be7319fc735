package io.clipforge.jobs.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobQueue.Received;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What every {@link JobQueue} promises: a test for each sentence of its documentation. */
@Timeout(60)
public abstract class JobQueueBehaviour {
    private static final Set<JobKind> ALL = EnumSet.allOf(JobKind.class);
    private static final Duration NOW = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<JobQueue> opened = new ArrayList<>();
    private JobQueue queue;

    /** The queue as one more process sees it. */
    protected abstract JobQueue open();

    protected abstract void forgetEverything();

    protected abstract void takeAway();

    protected abstract void bringBack();

    /** Longer than the queue waits until it delivers again what was left unsettled. */
    protected abstract Duration redelivery();

    @BeforeEach
    void openOne() {
        queue = another();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(JobQueue::close);
    }

    @Test
    void aMessageArrivesAsItWasSubmitted() {
        for (var kind : JobKind.values()) {
            var message = new JobMessage(UUID.randomUUID(), 3, GoldenJobs.spec(kind));
            queue.submit(message);

            assertEquals(message, another().claim(Set.of(kind), "w", LONG).orElseThrow().message());
        }
    }

    @Test
    void aMessageWaitsUntilSomeoneComes() {
        var message = submit();

        assertEquals(message, claim(NOW).orElseThrow().message());
    }

    @Test
    void someoneWhoWaitsIsServedAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> claim(LONG));
            var message = submit();

            assertEquals(
                    message, waiting.get(LONG.toSeconds() / 2, SECONDS).orElseThrow().message());
        }
    }

    @Test
    void nothingToDoIsFoundAfterTheWaitOnly() {
        long start = System.nanoTime();

        assertEquals(Optional.empty(), claim(Duration.ofMillis(1_200)));
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(1_200).toNanos());
    }

    @Test
    void aKindThatWasNotAskedForStays() {
        queue.submit(message(JobKind.RENDER));

        assertEquals(Optional.empty(), queue.claim(Set.of(JobKind.RANK), "w", NOW));
        assertEquals(1, queue.depth(JobKind.RENDER));
    }

    @Test
    void noKindIsStarvedByAnother() {
        IntStream.range(0, 20).forEach(_ -> queue.submit(message(JobKind.ANALYZE)));
        queue.submit(message(JobKind.RENDER));

        var first = Stream.generate(() -> claim(NOW).orElseThrow()).limit(6);

        assertTrue(first.anyMatch(it -> it.message().spec() instanceof JobSpec.Render));
    }

    @Test
    void aClaimReportsTheStart() {
        var message = submit();
        var claim = queue.claim(ALL, "host-7", LONG).orElseThrow();

        var started = new JobReport.Started(message.jobId(), 3, claim.run(), "host-7");
        assertEquals(List.of(started), reports(LONG).stream().map(Received::report).toList());
    }

    @Test
    void eachTakeHasAFencingTokenOfItsOwn() {
        submit();
        submit();

        assertNotEquals(claim(LONG).orElseThrow().run(), claim(LONG).orElseThrow().run());
    }

    @Test
    void twoWorkersNeverGetTheSameMessage() throws Exception {
        var messages = IntStream.range(0, 300).mapToObj(_ -> message(JobKind.RANK)).toList();
        var claims =
                claimedBy(
                        List.of(another(), another(), queue, queue),
                        () -> messages.forEach(queue::submit));

        assertEquals(messages.size(), claims.size());
        assertEquals(
                new HashSet<>(messages),
                new HashSet<>(claims.stream().map(Claim::message).toList()));
    }

    @Test
    void aRepeatOfATakenAttemptIsDropped() {
        var message = submit();
        assertTrue(claim(LONG).isPresent());

        queue.submit(message);
        queue.submit(message);

        assertEquals(Optional.empty(), claim(NOW));
        assertEquals(0, queue.depth(JobKind.RANK));
    }

    @Test
    void aRepeatBeforeTheTakeIsDroppedToo() {
        var message = submit();
        queue.submit(message);

        assertEquals(message, claim(LONG).orElseThrow().message());
        assertEquals(Optional.empty(), claim(redelivery()));
    }

    @Test
    void theNextAttemptIsNoRepeat() {
        var first = submit();
        assertTrue(claim(LONG).isPresent());
        var second = new JobMessage(first.jobId(), first.attempt() + 1, first.spec());

        queue.submit(second);

        assertEquals(second, claim(LONG).orElseThrow().message());
    }

    @Test
    void reportsArriveInOrderAndAsTheyWereSent() {
        GoldenJobs.reports().forEach(queue::report);

        assertEquals(GoldenJobs.reports(), reports(LONG).stream().map(Received::report).toList());
    }

    @Test
    void noMoreReportsThanWantedAreRead() {
        GoldenJobs.reports().forEach(queue::report);

        assertEquals(2, queue.reports("api-1", 2, LONG).size());
    }

    @Test
    void twoReadersDoNotGetTheSameReport() {
        GoldenJobs.reports().forEach(queue::report);

        var one = queue.reports("api-1", 3, LONG);
        var other = another().reports("api-2", 100, LONG);

        assertEquals(
                GoldenJobs.reports(),
                Stream.concat(one.stream(), other.stream()).map(Received::report).toList());
    }

    @Test
    void anUnacknowledgedReportComesAgain() {
        GoldenJobs.reports().forEach(queue::report);
        var first = reports(LONG);

        var again = another().reports("api-2", 100, LONG);

        assertFalse(again.isEmpty());
        assertEquals(first, again);
    }

    @Test
    void anAcknowledgedReportDoesNotComeAgain() {
        GoldenJobs.reports().forEach(queue::report);
        queue.acknowledge(reports(LONG));

        assertEquals(List.of(), another().reports("api-2", 100, redelivery()));
    }

    @Test
    void aCancellationReachesEveryWorker() throws Exception {
        var heard = new LinkedBlockingQueue<UUID>();
        var run = UUID.randomUUID();
        try (var _ = queue.onCancel(heard::add);
                var _ = another().onCancel(heard::add)) {
            another().cancel(run);

            assertEquals(run, heard.poll(LONG.toSeconds(), SECONDS));
            assertEquals(run, heard.poll(LONG.toSeconds(), SECONDS));
        }
    }

    @Test
    void aClosedListenerHearsNothing() throws Exception {
        var closed = new LinkedBlockingQueue<UUID>();
        var open = new LinkedBlockingQueue<UUID>();
        queue.onCancel(closed::add).close();
        try (var _ = queue.onCancel(open::add)) {
            queue.cancel(UUID.randomUUID());

            assertTrue(open.poll(LONG.toSeconds(), SECONDS) != null);
            assertNull(closed.poll());
        }
    }

    @Test
    void theDepthCountsWhatNobodyHasTaken() {
        assertEquals(0, queue.depth(JobKind.RANK));
        submit();
        submit();
        assertEquals(2, queue.depth(JobKind.RANK));
        assertTrue(claim(LONG).isPresent());
        assertEquals(1, queue.depth(JobKind.RANK));
        assertEquals(0, queue.depth(JobKind.RENDER));
    }

    @Test
    void theEpochIsTheSameForEveryone() {
        assertEquals(queue.epoch(), queue.epoch());
        assertEquals(queue.epoch(), another().epoch());
    }

    @Test
    void aLostMemoryIsAnotherEpoch() {
        var before = queue.epoch();
        forgetEverything();

        assertNotEquals(before, queue.epoch());
    }

    @Test
    void whatWasForgottenCanBeSubmittedAgain() {
        submit();
        var lost = submit();
        assertTrue(claim(LONG).isPresent());
        reports(LONG);
        forgetEverything();

        queue.submit(lost);

        assertEquals(lost, claim(LONG).orElseThrow().message());
        assertEquals(1, reports(LONG).size());
    }

    @Test
    void aLossUnderLoadLosesNoMessageThatIsSubmittedAgain() throws Exception {
        var messages = IntStream.range(0, 200).mapToObj(_ -> message(JobKind.RANK)).toList();
        var claims =
                claimedBy(
                        List.of(another(), another(), queue),
                        () -> {
                            messages.forEach(queue::submit);
                            forgetEverything();
                            messages.forEach(queue::submit);
                        });

        assertEquals(
                new HashSet<>(messages),
                new HashSet<>(claims.stream().map(Claim::message).toList()));
        assertTrue(claims.size() <= 2 * messages.size());
    }

    @Test
    void whileItCannotBeReachedEveryCallSaysSo() {
        var late = another();
        queue.epoch();
        takeAway();
        try {
            for (var unreachable : List.of(queue, late)) {
                calls(unreachable).forEach(it -> assertThrows(QueueUnavailableException.class, it));
            }
        } finally {
            bringBack();
        }
        for (var again : List.of(queue, late)) {
            eventually(() -> calls(again).forEach(it -> assertDoesNotThrow(it)));
        }
    }

    @Test
    void aListenerHearsAgainAfterAnOutage() throws Exception {
        var heard = new LinkedBlockingQueue<UUID>();
        try (var _ = queue.onCancel(heard::add)) {
            takeAway();
            bringBack();

            var run = UUID.randomUUID();
            eventually(() -> {
                another().cancel(run);
                assertEquals(run, heard.poll(1, SECONDS));
            });
        }
    }

    private Stream<Executable> calls(JobQueue queue) {
        return Stream.of(
                queue::epoch,
                () -> queue.submit(message(JobKind.RANK)),
                () -> queue.claim(ALL, "w", Duration.ofMillis(100)),
                () -> queue.report(GoldenJobs.reports().getFirst()),
                () -> queue.reports("api-1", 1, Duration.ofMillis(100)),
                () -> queue.acknowledge(List.of(received())),
                () -> queue.cancel(UUID.randomUUID()),
                () -> queue.onCancel(_ -> {}).close(),
                () -> queue.depth(JobKind.RANK));
    }

    private static Received received() {
        return new Received("1-1", GoldenJobs.reports().getFirst());
    }

    private static void eventually(Executable check) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (true) {
            try {
                check.execute();
                return;
            } catch (Throwable e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not within " + LONG, e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private List<Claim> claimedBy(List<JobQueue> workers, Runnable meanwhile) throws Exception {
        var claims = new ArrayList<Claim>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = workers.stream().map(it -> threads.submit(() -> claimAll(it))).toList();
            meanwhile.run();
            for (var it : working) {
                claims.addAll(it.get());
            }
        }
        return claims;
    }

    /** Until nothing comes for longer than anything is held back. */
    private List<Claim> claimAll(JobQueue worker) {
        var claims = new ArrayList<Claim>();
        var patience = redelivery().plus(redelivery());
        for (var it = worker.claim(ALL, "w", patience);
                it.isPresent();
                it = worker.claim(ALL, "w", patience)) {
            claims.add(it.get());
        }
        return claims;
    }

    private JobQueue another() {
        var queue = open();
        opened.add(queue);
        return queue;
    }

    private JobMessage submit() {
        var message = message(JobKind.RANK);
        queue.submit(message);
        return message;
    }

    private static JobMessage message(JobKind kind) {
        return new JobMessage(UUID.randomUUID(), 3, GoldenJobs.spec(kind));
    }

    private Optional<Claim> claim(Duration patience) {
        return queue.claim(ALL, "w", patience);
    }

    private List<Received> reports(Duration patience) {
        return queue.reports("api-1", 100, patience);
    }
}
