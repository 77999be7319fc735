package io.clipforge.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobKind;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingsTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-21T09:30:00Z");

    @Test
    void partsThatRanBesideEachOtherAreOneSpan() {
        var timings =
                Timings.of(
                        1,
                        2,
                        3,
                        10,
                        List.of(
                                job(JobKind.TRANSCRIBE, 6, 7),
                                job(JobKind.TRANSCRIBE, 0, 4),
                                job(JobKind.TRANSCRIBE, 1, 6),
                                job(JobKind.ANALYZE, 2, 3)));

        assertEquals(7, timings.transcribe());
        assertEquals(1, timings.analyze());
        assertEquals(0, timings.render());
        assertEquals(13, timings.total());
    }

    @Test
    void aJobThatNeverRanAddsNothing() {
        var waiting = new Job().kind(JobKind.ANALYZE);

        assertEquals(0, Timings.of(0, 0, 0, 0, List.of(waiting)).analyze());
        assertEquals(
                3, Timings.of(0, 0, 0, 0, List.of(waiting, job(JobKind.ANALYZE, 1, 4))).analyze());
    }

    private static Job job(JobKind kind, int start, int end) {
        return new Job()
                .kind(kind)
                .startedAt(START.plusSeconds(start))
                .finishedAt(START.plusSeconds(end));
    }
}
