package io.clipforge.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobKind;
import io.clipforge.sdk.model.JobStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageLinesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final StageLines lines = lines(false);

    @Test
    void aJobAloneHasALineForEachOfItsSteps() {
        hear(JobStatus.QUEUED, "job_1", 0);
        lines.accept(event(JobStatus.RUNNING, "job_1", 0).stage("recognize"));
        lines.accept(event(JobStatus.RUNNING, "job_1", 0.4).stage("recognize"));
        lines.accept(event(JobStatus.RUNNING, "job_1", 0.9).stage("align"));
        hear(JobStatus.SUCCEEDED, "job_1", 1);

        assertPrinted(
                "  transcribe   0 %  recognize",
                "  transcribe  90 %  align", "  transcribe 100 %  done");
    }

    @Test
    void theFourPartsOfALongAssetAreOneWork() {
        hear(JobStatus.WAITING, "whole", 0);
        parts(4).forEach(it -> hear(JobStatus.QUEUED, it, 0));
        parts(4).forEach(it -> hear(JobStatus.RUNNING, it, 0.2));
        hear(JobStatus.WAITING, "whole", 0.2);
        hear(JobStatus.SUCCEEDED, "part_0", 1);
        hear(JobStatus.RUNNING, "part_1", 0.4);
        hear(JobStatus.RUNNING, "part_2", 0.6);
        hear(JobStatus.SUCCEEDED, "part_3", 1);
        hear(JobStatus.SUCCEEDED, "part_1", 1);
        hear(JobStatus.WAITING, "whole", 0.8);
        hear(JobStatus.SUCCEEDED, "part_2", 1);
        hear(JobStatus.QUEUED, "whole", 1);
        hear(JobStatus.RUNNING, "whole", 0);
        hear(JobStatus.SUCCEEDED, "whole", 1);

        assertPrinted(
                "  transcribe   5 %  started",
                "  transcribe  40 %  1 of 4 parts done",
                "  transcribe  55 %  1 of 4 parts done",
                "  transcribe  75 %  2 of 4 parts done",
                "  transcribe 100 %  4 of 4 parts done",
                "  transcribe 100 %  joining the parts",
                "  transcribe 100 %  done");
    }

    @Test
    void aHundredPartsDoNotFloodTheScreen() {
        hear(JobStatus.WAITING, "whole", 0);
        parts(100).forEach(it -> hear(JobStatus.QUEUED, it, 0));
        for (var part : parts(100)) {
            lines.accept(event(JobStatus.RUNNING, part, 0).stage("recognize"));
            lines.accept(event(JobStatus.RUNNING, part, 0.5).stage("align"));
            hear(JobStatus.SUCCEEDED, part, 1);
        }
        hear(JobStatus.RUNNING, "whole", 0);
        hear(JobStatus.SUCCEEDED, "whole", 1);

        assertEquals(7, printed().lines().count(), printed());
    }

    @Test
    void aPartThatIsTriedAgainTakesItsShareBack() {
        hear(JobStatus.WAITING, "whole", 0);
        hear(JobStatus.RUNNING, "part_0", 0.5);
        hear(JobStatus.QUEUED, "part_1", 0);
        hear(JobStatus.SCHEDULED, "part_0", 0);
        hear(JobStatus.SUCCEEDED, "part_1", 1);

        assertTrue(printed().endsWith("  transcribe  50 %  1 of 2 parts done\n"), printed());
    }

    @Test
    void whatRestsAfterAFailureSaysSo() {
        hear(JobStatus.SCHEDULED, "job_1", 0);
        hear(JobStatus.RUNNING, "job_1", 0.5);
        hear(JobStatus.SCHEDULED, "job_1", 0);
        hear(JobStatus.QUEUED, "job_1", 0);
        hear(JobStatus.DEAD, "job_1", 0);

        assertPrinted(
                "  transcribe  50 %  started",
                "  transcribe   0 %  resting before the next attempt",
                "  transcribe   0 %  queued again",
                "  transcribe   0 %  failed");
    }

    @Test
    void aPartThatTheWholeDidWithoutIsTold() {
        hear(JobStatus.WAITING, "whole", 0);
        hear(JobStatus.QUEUED, "part_0", 0);
        hear(JobStatus.FAILED, "part_1", 0.2);
        hear(JobStatus.SUCCEEDED, "part_0", 1);
        hear(JobStatus.RUNNING, "whole", 0);
        hear(JobStatus.SUCCEEDED, "whole", 1);

        assertPrinted(
                "  transcribe  60 %  1 of 2 parts done",
                "  transcribe  60 %  joining the parts",
                "  transcribe 100 %  done, without 1 of 2 parts");
    }

    @Test
    void aPartThatFellsTheWholeIsAFailure() {
        hear(JobStatus.WAITING, "whole", 0);
        hear(JobStatus.RUNNING, "part_0", 0);
        hear(JobStatus.FAILED, "part_1", 0.1);
        hear(JobStatus.CANCELLED, "part_0", 0);
        hear(JobStatus.CANCELLED, "whole", 0);

        assertTrue(printed().endsWith("  transcribe   5 %  failed\n"), printed());
    }

    @Test
    void clipsThatAreFollowedLaterCountFromTheStart() {
        for (var job : List.of("job_1", "job_2")) {
            lines.expect(
                    new Job().id(job).kind(JobKind.RENDER).status(JobStatus.QUEUED).progress(0.0));
        }
        lines.accept(event(JobStatus.RUNNING, "job_1", 0.2).kind(JobKind.RENDER));
        lines.accept(event(JobStatus.SUCCEEDED, "job_1", 1).kind(JobKind.RENDER));
        lines.accept(event(JobStatus.SUCCEEDED, "job_2", 1).kind(JobKind.RENDER));

        assertPrinted(
                "  render      10 %  started",
                "  render      50 %  1 of 2 done", "  render     100 %  done");
    }

    @Test
    void theTimeLeftIsThatOfTheLastPart() {
        hear(JobStatus.WAITING, "whole", 0);
        lines.accept(due(event(JobStatus.QUEUED, "part_1", 0), 125));
        lines.accept(due(event(JobStatus.RUNNING, "part_0", 0), 40));
        lines.accept(due(event(JobStatus.RUNNING, "part_1", 0.5), 45));
        lines.accept(due(event(JobStatus.RUNNING, "part_1", 1), -1));
        hear(JobStatus.SUCCEEDED, "part_0", 1);

        assertPrinted(
                "  transcribe   0 %  started, 2:05 left",
                "  transcribe  25 %  0 of 2 parts done, 0:45 left",
                "  transcribe  50 %  0 of 2 parts done, 0:40 left",
                "  transcribe 100 %  1 of 2 parts done");
    }

    @Test
    void onATerminalEveryKindUnderwayHasOnePlaceInTheLineThatChanges() {
        var terminal = lines(true);
        terminal.accept(event(JobStatus.WAITING, "whole", 0));
        terminal.accept(event(JobStatus.QUEUED, "part_1", 0));
        terminal.accept(due(event(JobStatus.RUNNING, "part_0", 0.5), 60));
        terminal.accept(event(JobStatus.RUNNING, "job_9", 0.3).kind(JobKind.ANALYZE));

        assertTrue(
                printed().endsWith("\r  transcribe  25 %, 1:00 left  analyze     30 %\033[K"),
                printed());
    }

    private StageLines lines(boolean terminal) {
        var screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), terminal);
        return new StageLines(screen, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void hear(JobStatus status, String job, double progress) {
        lines.accept(event(status, job, progress));
    }

    private static JobEvent event(JobStatus status, String job, double progress) {
        return new JobEvent().jobId(job).kind(JobKind.TRANSCRIBE).status(status).progress(progress);
    }

    private static JobEvent due(JobEvent event, int seconds) {
        return event.eta(NOW.plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    }

    private static List<String> parts(int count) {
        return IntStream.range(0, count).mapToObj(it -> "part_" + it).toList();
    }

    private void assertPrinted(String... expected) {
        assertEquals(List.of(expected), printed().lines().toList());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
