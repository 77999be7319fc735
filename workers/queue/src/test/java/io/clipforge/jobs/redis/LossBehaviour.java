package io.clipforge.jobs.redis;

import static io.clipforge.jobs.redis.QueueUnderTest.eventually;
import static io.clipforge.jobs.redis.QueueUnderTest.messages;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobQueue.Received;
import io.clipforge.jobs.Priority;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The queue may forget and be away; both are seen, and neither lasts. */
interface LossBehaviour extends QueueUnderTest {
    @Test
    default void theEpochIsTheSameForEveryone() {
        var epoch = epoch();

        assertEquals(epoch, epoch());
        assertEquals(epoch, another().standing(JobKind.RANK).epoch());
    }

    @Test
    default void aLostMemoryIsAnotherEpoch() {
        var before = ALL.stream().map(it -> queue().standing(it).epoch()).toList();
        forgetEverything();

        for (var kind : ALL) {
            assertNotEquals(before.get(ALL.indexOf(kind)), queue().standing(kind).epoch());
        }
    }

    @Test
    default void whatWasForgottenCanBeSubmittedAgain() {
        submit();
        var lost = submit();
        claimed(1);
        reports(LONG);
        forgetEverything();

        queue().submit(JobKind.RANK, Priority.STANDARD, List.of(lost));

        assertEquals(List.of(lost), claimed(10));
        assertEquals(1, reports(LONG).size());
    }

    @Test
    default void whoWaitsDuringALossIsServedAfterIt() throws Exception {
        var claim = new FutureTask<>(() -> queue().claim(ALL, 5, "w", LONG));
        var reading = new FutureTask<>(() -> reports(LONG));
        Thread.startVirtualThread(claim);
        Thread.startVirtualThread(reading);
        forgetEverything();
        var message = submit();

        assertEquals(List.of(message), messages(claim.get(LONG.toSeconds(), SECONDS)));
        assertEquals(1, reading.get(LONG.toSeconds(), SECONDS).size());
    }

    @Test
    default void whileItCannotBeReachedEveryCallSaysSo() {
        var late = another();
        var before = epoch();
        takeAway();
        try {
            for (var unreachable : List.of(queue(), late)) {
                calls(unreachable).forEach(it -> assertThrows(QueueUnavailableException.class, it));
            }
        } finally {
            bringBack();
        }
        for (var again : List.of(queue(), late)) {
            calls(again).forEach(call -> eventually(() -> assertDoesNotThrow(call)));
        }
        assertNotEquals(before, epoch());
    }

    @Test
    default void thoseWhoWaitAreServedAfterAnOutage() throws Exception {
        var heard = new LinkedBlockingQueue<UUID>();
        try (var _ = queue().onCancel(heard::add)) {
            queue().claim(ALL, 1, "w", Duration.ofMillis(1)); // listens to the bells
            takeAway();
            bringBack();

            var run = UUID.randomUUID();
            eventually(() -> {
                another().cancel(run);
                assertEquals(run, heard.poll(1, SECONDS));
            });
            var claim = new FutureTask<>(() -> queue().claim(ALL, 5, "w", LONG));
            Thread.startVirtualThread(claim);
            eventually(this::submit);
            assertEquals(1, claim.get(LONG.toSeconds(), SECONDS).size());
        }
    }

    private String epoch() {
        return queue().standing(JobKind.RANK).epoch();
    }

    private static Stream<Executable> calls(JobQueue queue) {
        var report = GoldenJobs.reports().getFirst();
        return Stream.of(
                () -> queue.standing(JobKind.RANK),
                () -> queue.submit(JobKind.RANK, Priority.HIGH, messages(JobKind.RANK, 1)),
                () -> queue.claim(ALL, 1, "w", Duration.ofMillis(100)),
                () -> queue.report(JobKind.RANK, report),
                () -> queue.reports(JobKind.RANK, "api-1", 1, Duration.ofMillis(100)),
                () -> queue.acknowledge(JobKind.RANK, List.of(new Received("1-1", report))),
                () -> queue.cancel(UUID.randomUUID()),
                () -> queue.onCancel(_ -> {}).close());
    }
}
