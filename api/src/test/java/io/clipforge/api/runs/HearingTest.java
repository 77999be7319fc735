package io.clipforge.api.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.Lease;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HearingTest {
    private final Hearing hearing = new Hearing();
    private final long now = System.nanoTime();

    @Test
    void whoHasListenedForAWholeLeaseMayCallSomeoneSilent() {
        hearing.caughtUp(JobKind.RANK, now - Lease.TERM.plusSeconds(1).toNanos());
        hearing.caughtUp(JobKind.RANK, now - Duration.ofSeconds(1).toNanos());
        long unheard = hearing.unheardMs(JobKind.RANK).orElseThrow();
        assertTrue(unheard >= 1_000 && unheard < 60_000, unheard + " ms");
    }

    @Test
    void whoHasJustBegunToListenWaits() {
        hearing.caughtUp(JobKind.RANK, now);
        assertTrue(hearing.unheardMs(JobKind.RANK).isEmpty());
        assertTrue(hearing.unheardMs(JobKind.RENDER).isEmpty());
    }

    @Test
    void anInterruptionBeginsTheWaitAnew() {
        hearing.caughtUp(JobKind.RANK, now - Duration.ofMinutes(1).toNanos());
        assertEquals(true, hearing.unheardMs(JobKind.RANK).isPresent());
        hearing.deaf(JobKind.RANK);
        assertTrue(hearing.unheardMs(JobKind.RANK).isEmpty());
        hearing.caughtUp(JobKind.RANK, now);
        assertTrue(hearing.unheardMs(JobKind.RANK).isEmpty());
    }
}
