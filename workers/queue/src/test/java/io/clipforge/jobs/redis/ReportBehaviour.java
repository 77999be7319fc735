package io.clipforge.jobs.redis;

import static io.clipforge.jobs.redis.QueueUnderTest.said;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What workers say reaches the control plane, and the other way round. */
interface ReportBehaviour extends QueueUnderTest {
    @Test
    default void reportsArriveInOrderAndAsTheyWereSent() {
        reportAll();

        assertEquals(GoldenJobs.reports(), said(reports(LONG)));
    }

    @Test
    default void aReportOfAnotherKindIsNotRead() {
        queue().report(JobKind.RENDER, GoldenJobs.reports().getFirst());

        assertEquals(List.of(), reports(NOW));
        assertEquals(1, queue().reports(JobKind.RENDER, "api-1", 9, LONG).size());
    }

    @Test
    default void aReaderWhoWaitsIsServed() throws Exception {
        var reading = new FutureTask<>(() -> reports(LONG));
        Thread.startVirtualThread(reading);
        var first = GoldenJobs.reports().getFirst();
        queue().report(JobKind.RANK, first);

        assertEquals(List.of(first), said(reading.get(LONG.toSeconds(), SECONDS)));
    }

    @Test
    default void noReportsAreFoundAfterTheWaitOnly() {
        var patience = Duration.ofMillis(1_200);
        var deadline = Deadline.in(patience);

        assertEquals(List.of(), reports(patience));
        assertTrue(deadline.passed());
    }

    @Test
    default void noMoreReportsThanWantedAreRead() {
        reportAll();

        assertEquals(2, queue().reports(JobKind.RANK, "api-1", 2, LONG).size());
    }

    @Test
    default void twoReadersDoNotGetTheSameReport() {
        reportAll();

        var one = queue().reports(JobKind.RANK, "api-1", 3, LONG);
        var other = another().reports(JobKind.RANK, "api-2", 100, LONG);

        assertEquals(
                GoldenJobs.reports(),
                Stream.concat(said(one).stream(), said(other).stream()).toList());
    }

    @Test
    default void whatADeadReaderLeftGoesToAnother() {
        reportAll();
        var first = reports(LONG);

        assertEquals(first, another().reports(JobKind.RANK, "api-2", 100, LONG));
    }

    @Test
    default void anAcknowledgedReportDoesNotComeAgain() {
        reportAll();
        var read = reports(LONG);
        queue().acknowledge(JobKind.RANK, read.subList(0, 4));

        var again = another().reports(JobKind.RANK, "api-2", 100, LONG);
        assertEquals(read.subList(4, read.size()), again);
        queue().acknowledge(JobKind.RANK, again);
        assertEquals(List.of(), another().reports(JobKind.RANK, "api-2", 100, redelivery()));
    }

    @Test
    default void aCancellationReachesEveryWorker() throws Exception {
        var heard = new LinkedBlockingQueue<UUID>();
        var run = UUID.randomUUID();
        try (var _ = queue().onCancel(heard::add);
                var _ = another().onCancel(heard::add)) {
            another().cancel(run);

            assertEquals(run, heard.poll(LONG.toSeconds(), SECONDS));
            assertEquals(run, heard.poll(LONG.toSeconds(), SECONDS));
        }
    }

    @Test
    default void aClosedListenerHearsNothing() throws Exception {
        var closed = new LinkedBlockingQueue<UUID>();
        var open = new LinkedBlockingQueue<UUID>();
        queue().onCancel(closed::add).close();
        try (var _ = queue().onCancel(open::add)) {
            queue().cancel(UUID.randomUUID());

            assertTrue(open.poll(LONG.toSeconds(), SECONDS) != null);
            assertNull(closed.poll());
        }
    }

    private void reportAll() {
        GoldenJobs.reports().forEach(it -> queue().report(JobKind.RANK, it));
    }
}
