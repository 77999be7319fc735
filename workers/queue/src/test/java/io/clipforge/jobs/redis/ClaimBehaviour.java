package io.clipforge.jobs.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Submitted messages go to workers, each to one. */
interface ClaimBehaviour extends QueueUnderTest {
    @Test
    default void aMessageArrivesAsItWasSubmitted() {
        for (var kind : JobKind.values()) {
            var message = submit(kind, Priority.STANDARD, 1);

            assertEquals(
                    message, QueueUnderTest.messages(another().claim(List.of(kind), 9, "w", LONG)));
        }
    }

    @Test
    default void aBatchArrivesInItsOrder() {
        var messages = submit(JobKind.RANK, Priority.BATCH, 40);

        assertEquals(messages.subList(0, 25), claimed(25));
        assertEquals(messages.subList(25, 40), claimed(25));
        assertEquals(List.of(), claimed(25));
    }

    @Test
    default void anEmptyBatchIsNothing() {
        queue().submit(JobKind.RANK, Priority.STANDARD, List.of());

        assertEquals(0, waiting(JobKind.RANK));
    }

    @Test
    default void aMessageOfAnotherKindIsRefused() {
        var foreign = QueueUnderTest.messages(JobKind.RENDER, 1);

        assertThrows(
                IllegalArgumentException.class,
                () -> queue().submit(JobKind.RANK, Priority.STANDARD, foreign));
    }

    @Test
    default void aClaimOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> queue().claim(List.of(), 1, "w", NOW));
        assertThrows(IllegalArgumentException.class, () -> queue().claim(ALL, 0, "w", NOW));
    }

    @Test
    default void someoneWhoWaitsIsServedAtOnce() throws Exception {
        queue().claim(ALL, 1, "w", Duration.ofMillis(1)); // has connected
        int rounds = 4;
        var waited = Duration.ZERO;
        for (int i = 0; i < rounds; i++) {
            var claim = new FutureTask<>(() -> queue().claim(ALL, 5, "w", LONG));
            var waiting = Thread.ofPlatform().start(claim);
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            long start = System.nanoTime();
            var message = submit();
            var claims = claim.get(LONG.toSeconds(), SECONDS);
            waited = waited.plusNanos(System.nanoTime() - start);

            assertEquals(List.of(message), QueueUnderTest.messages(claims));
        }
        // whoever only looked once a second would take twice as long
        assertTrue(waited.compareTo(Duration.ofMillis(500).multipliedBy(rounds)) < 0, "" + waited);
    }

    @Test
    default void everyoneWhoWaitsForTheKindIsServed() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    Stream.of(queue(), queue(), another())
                            .map(it -> threads.submit(() -> it.claim(RANK, 1, "w", LONG)))
                            .toList();
            var messages = submit(JobKind.RANK, Priority.STANDARD, 3);
            var claims = new ArrayList<Claim>();
            for (var it : waiting) {
                claims.addAll(it.get());
            }

            assertEquals(Set.copyOf(messages), Set.copyOf(QueueUnderTest.messages(claims)));
        }
    }

    @Test
    default void nothingToDoIsFoundAfterTheWaitOnly() {
        var patience = Duration.ofMillis(1_200);
        var deadline = Deadline.in(patience);

        assertEquals(List.of(), queue().claim(ALL, 1, "w", patience));
        assertTrue(deadline.passed());
    }

    @Test
    default void aKindThatWasNotAskedForStays() {
        submit(JobKind.RENDER, Priority.HIGH, 1);

        assertEquals(List.of(), queue().claim(RANK, 1, "w", NOW));
        assertEquals(1, waiting(JobKind.RENDER));
    }

    @Test
    default void noKindIsStarvedByAnother() {
        submit(JobKind.ANALYZE, Priority.HIGH, 20);
        submit(JobKind.RENDER, Priority.BATCH, 1);

        var first = Stream.generate(() -> claimed(1)).limit(ALL.size()).flatMap(List::stream);

        assertTrue(first.anyMatch(it -> it.spec() instanceof JobSpec.Render));
    }

    @Test
    default void oneClaimFillsUpFromEveryKind() {
        ALL.forEach(it -> submit(it, Priority.STANDARD, 2));

        assertEquals(7, claimed(7).size());
        assertEquals(2 * ALL.size() - 7, claimed(100).size());
    }

    @Test
    default void theMoreUrgentComesFirst() {
        var batch = submit(JobKind.RANK, Priority.BATCH, 2);
        var standard = submit(JobKind.RANK, Priority.STANDARD, 2);
        var high = submit(JobKind.RANK, Priority.HIGH, 2);

        var expected = Stream.of(high, standard, batch).flatMap(List::stream).toList();
        assertEquals(expected, claimed(6));
    }

    @Test
    default void oneInEightComesFromTheOtherEnd() {
        var batch = submit(JobKind.RANK, Priority.BATCH, 3);
        submit(JobKind.RANK, Priority.STANDARD, 30);
        submit(JobKind.RANK, Priority.HIGH, 30);

        var taken = new ArrayList<>(claimed(13)); // in steps that do not divide by eight
        Stream.generate(() -> claimed(1)).limit(11).forEach(taken::addAll);

        assertEquals(List.of(taken.get(7), taken.get(15), taken.get(23)), batch);
    }

    @Test
    default void aClaimReportsTheStartOfEach() {
        submit(JobKind.RANK, Priority.STANDARD, 3);
        var claims = queue().claim(RANK, 3, "host \"7\"", LONG);

        List<JobReport> started = claims.stream().map(it -> started(it, "host \"7\"")).toList();
        assertEquals(started, QueueUnderTest.said(reports(LONG)));
        assertEquals(3, claims.stream().map(Claim::run).collect(toSet()).size());
    }

    @Test
    default void twoWorkersNeverGetTheSameMessage() throws Exception {
        var messages = QueueUnderTest.messages(JobKind.RANK, 300);
        var claims = new ArrayList<Claim>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working =
                    Stream.of(another(), another(), queue(), queue())
                            .map(it -> threads.submit(() -> claimAll(it)))
                            .toList();
            for (int i = 0; i < messages.size(); i += 10) {
                queue().submit(JobKind.RANK, Priority.STANDARD, messages.subList(i, i + 10));
            }
            for (var it : working) {
                claims.addAll(it.get());
            }
        }

        assertEquals(messages.size(), claims.size());
        assertEquals(Set.copyOf(messages), Set.copyOf(QueueUnderTest.messages(claims)));
        assertEquals(
                messages.size(), new HashSet<>(claims.stream().map(Claim::run).toList()).size());
    }

    @Test
    default void aRepeatOfWhatWaitsIsDropped() {
        var message = submit();
        queue().submit(JobKind.RANK, Priority.STANDARD, List.of(message, message));
        queue().submit(JobKind.RANK, Priority.HIGH, List.of(message));

        assertEquals(List.of(message), claimed(10));
    }

    @Test
    default void whatWasTakenMayBeSubmittedAgain() {
        var message = submit();
        assertEquals(List.of(message), claimed(10));

        queue().submit(JobKind.RANK, Priority.STANDARD, List.of(message));

        assertEquals(List.of(message), claimed(10));
    }

    @Test
    default void theNextAttemptIsNoRepeat() {
        var first = submit();
        var second = new JobMessage(first.jobId(), first.attempt() + 1, first.spec());

        queue().submit(JobKind.RANK, Priority.STANDARD, List.of(second));

        assertEquals(List.of(first, second), claimed(10));
    }

    @Test
    default void theStandingCountsWhatNobodyHasTaken() {
        submit(JobKind.RANK, Priority.HIGH, 1);
        submit(JobKind.RANK, Priority.BATCH, 3);
        claimed(2);

        var waiting = queue().standing(JobKind.RANK).waiting();
        assertEquals(0, waiting.get(Priority.HIGH));
        assertEquals(0, waiting.get(Priority.STANDARD));
        assertEquals(2, waiting.get(Priority.BATCH));
        assertEquals(0, waiting(JobKind.RENDER));
    }

    private static JobReport started(Claim claim, String worker) {
        UUID job = claim.message().jobId();
        return new JobReport.Started(job, claim.message().attempt(), claim.run(), worker);
    }

    private static List<Claim> claimAll(JobQueue worker) {
        var claims = new ArrayList<Claim>();
        for (var some = worker.claim(ALL, 7, "w", Duration.ofSeconds(2));
                !some.isEmpty();
                some = worker.claim(ALL, 7, "w", Duration.ofSeconds(2))) {
            claims.addAll(some);
        }
        return claims;
    }
}
