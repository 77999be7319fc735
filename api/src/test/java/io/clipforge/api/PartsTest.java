package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Part;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final List<Part> PARTS =
            List.of(new Part(0, 14_000, "p1.mp4", 0), new Part(14_000, 30_000, "p2.mp4", 10_000));

    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void aLongAssetIsWorkedOnInPartsThatAreJoinedInOrder() {
        var ingest = customer.ingest();
        worker.finishInParts(worker.take(JobKind.INGEST), PARTS);
        var spoken = takeParts(JobKind.TRANSCRIBE);
        var seen = takeParts(JobKind.ANALYZE);
        // the last first: the order of the parts is what counts
        spoken.reversed().forEach(worker::finish);
        seen.forEach(worker::finish);

        var transcripts = worker.take(JobKind.TRANSCRIBE);
        var joined = ((JobSpec.Transcribe) transcripts.message().spec()).joined();
        assertEquals(2, joined.size());
        assertTrue(joined.getFirst().contains(spoken.getFirst().run().toString()));
        assertTrue(joined.getLast().contains(spoken.getLast().run().toString()));
        worker.finish(transcripts);
        var analyses = worker.take(JobKind.ANALYZE);
        assertEquals(
                PARTS,
                ((JobSpec.Analyze) analyses.message().spec())
                        .joined().stream().map(JobSpec.AnalyzedPart::part).toList());
        worker.finish(analyses);
        worker.finish(worker.take(JobKind.RANK));
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        assertEquals(1, events("transcript.ready"));
        assertEquals(1, events("moments.ready"));
    }

    @Test
    void aScriptIsPlacedWhereThePartsAreJoined() {
        var body = customer.newIngest(customer.upload()).strip();
        var options =
                ", \"options\": {\"transcript\": {\"format\": \"txt\", \"content\": \"Hi.\"}}}";
        var asked = body.substring(0, body.length() - 1) + options;
        assertEquals(202, customer.api.post("/v1/ingests", asked, Worker.key()).status());
        worker.finishInParts(worker.take(JobKind.INGEST), PARTS);
        var spoken = takeParts(JobKind.TRANSCRIBE);
        for (var part : spoken) {
            assertNull(((JobSpec.Transcribe) part.message().spec()).supplied());
            worker.finish(part);
        }

        var joined = (JobSpec.Transcribe) worker.take(JobKind.TRANSCRIBE).message().spec();
        assertEquals(2, joined.joined().size());
        assertNotNull(joined.supplied());
        assertEquals(JobSpec.SuppliedTranscript.Format.TXT, joined.supplied().format());
    }

    @Test
    void aPartThatCannotBeAnalyzedLeavesAHoleAndNotAFailure() {
        var ingest = customer.ingest();
        worker.finishInParts(worker.take(JobKind.INGEST), PARTS);
        takeParts(JobKind.TRANSCRIBE).forEach(worker::finish);
        var seen = takeParts(JobKind.ANALYZE);
        worker.end(
                seen.getFirst(),
                new JobOutcome.Failed(JobProblem.UNDECODABLE_MEDIA, "The picture is damaged."));
        worker.finish(seen.getLast());
        worker.finish(worker.take(JobKind.TRANSCRIBE));
        var join = worker.take(JobKind.ANALYZE);
        var parts = ((JobSpec.Analyze) join.message().spec()).joined();
        assertNull(parts.getFirst().analysisKey());
        assertNotNull(parts.getLast().analysisKey());
        worker.finish(join);
        worker.finish(worker.take(JobKind.RANK));
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var whole =
                customer.api
                        .get(
                                "/v1/jobs/"
                                        + io.clipforge.api.ids.TypeId.JOB.text(
                                                join.message().jobId()))
                        .body();
        assertTrue(whole.path("degraded").asBoolean());
    }

    @Test
    void aPartThatCannotBeTranscribedFailsTheWholeAndStopsTheRest() {
        var ingest = customer.ingest();
        worker.finishInParts(worker.take(JobKind.INGEST), PARTS);
        var spoken = takeParts(JobKind.TRANSCRIBE);
        worker.end(
                spoken.getFirst(),
                new JobOutcome.Failed(JobProblem.UNDECODABLE_MEDIA, "The sound is damaged."));
        var failed = customer.awaitIngest(ingest.path("id").asText(), "failed");
        assertEquals("undecodable_media", failed.at("/problem/code").asText());
        var cancelled = customer.api.get("/v1/jobs?status=cancelled").body().path("data");
        assertEquals(6, cancelled.size());
    }

    private List<Claim> takeParts(JobKind kind) {
        return Stream.of(worker.take(kind), worker.take(kind))
                .sorted(Comparator.comparingLong(PartsTest::start))
                .toList();
    }

    private static long start(Claim claim) {
        var part =
                switch (claim.message().spec()) {
                    case JobSpec.Transcribe it -> it.part();
                    case JobSpec.Analyze it -> it.part();
                    case JobSpec.Ingest _, JobSpec.Rank _, JobSpec.Render _ -> null;
                };
        assertNotNull(part);
        return part.startMs();
    }

    private int events(String type) {
        return customer.api.get("/v1/events?type=" + type).body().path("data").size();
    }
}
