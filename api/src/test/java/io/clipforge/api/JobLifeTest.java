package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.lettuce.core.RedisClient;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class JobLifeTest {
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void anIngestRunsThroughItsFlowAndLeavesTranscriptAndMoments() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var asset = "/v1/assets/" + ingest.path("asset_id").asText();
        assertEquals("ready", customer.api.get(asset).text("status"));
        assertEquals(2, customer.api.get(asset + "/transcript").body().path("words").size());
        assertEquals(3, customer.api.get(asset + "/moments").body().path("data").size());
    }

    @Test
    void aFailureNamesItsProblemAndCancelsTheRestOfTheFlow() {
        var ingest = customer.ingest();
        worker.finish(worker.take(JobKind.INGEST));
        var transcribe = worker.take(JobKind.TRANSCRIBE);
        worker.end(
                transcribe,
                new JobOutcome.Failed(JobProblem.UNDECODABLE_MEDIA, "The sound is damaged."));
        var failed = customer.awaitIngest(ingest.path("id").asText(), "failed");
        assertEquals("undecodable_media", failed.at("/problem/code").asText());
        assertEquals("The sound is damaged.", failed.at("/problem/detail").asText());
        var jobs = customer.api.get("/v1/jobs?status=cancelled").body().path("data");
        assertEquals(2, jobs.size());
        drainCancelled(JobKind.ANALYZE);
    }

    @Test
    void aLateResultIsRefused() {
        var ingest = customer.ingest();
        var first = worker.take(JobKind.INGEST);
        worker.end(first, new JobOutcome.RetryLater("the disk was full"));
        var second = worker.take(JobKind.INGEST);
        assertEquals(2, second.message().attempt());
        worker.end(first, new JobOutcome.Failed(JobProblem.NO_AUDIO, "Too late."));
        worker.finish(second);
        worker.finish(worker.take(JobKind.TRANSCRIBE));
        worker.finish(worker.take(JobKind.ANALYZE));
        worker.finish(worker.take(JobKind.RANK));
        customer.awaitIngest(ingest.path("id").asText(), "completed");
    }

    @Test
    void aResultThatComesTwiceHasOneEffect() {
        var ingest = customer.ingest();
        var claim = worker.take(JobKind.INGEST);
        worker.finish(claim);
        worker.finish(claim);
        worker.finish(worker.take(JobKind.TRANSCRIBE));
        worker.finish(worker.take(JobKind.ANALYZE));
        worker.finish(worker.take(JobKind.RANK));
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        assertEquals(4, customer.api.get("/v1/jobs").body().path("data").size());
        assertTrue(worker.nothingToTake(JobKind.TRANSCRIBE));
    }

    @Test
    void aSilentWorkerLosesItsJobToAnother() throws SQLException {
        customer.ingest();
        var lost = worker.take(JobKind.INGEST);
        awaitRunning();
        try (var connection = Servers.superuser();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update jobs set lease_until = now() - interval '1 second' where id = '"
                            + lost.message().jobId()
                            + "'");
        }
        var taken = worker.take(JobKind.INGEST);
        assertEquals(lost.message().jobId(), taken.message().jobId());
        assertEquals(2, taken.message().attempt());
        worker.end(taken, new JobOutcome.Failed(JobProblem.NO_AUDIO, "Enough."));
    }

    @Test
    void aQueueThatForgotEverythingIsFilledAgain() {
        var ingest = customer.ingest();
        try (var redis = RedisClient.create(Servers.redisUrl());
                var connection = redis.connect()) {
            Eventually.see(
                    () -> dispatched(ingest.at("/job/id").asText()), dispatched -> dispatched);
            connection.sync().flushall();
        }
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
    }

    @Test
    void cancellingStopsTheFlowAndDoingItAgainChangesNothing() {
        var ingest = customer.ingest();
        var claim = worker.take(JobKind.INGEST);
        var cancelled =
                customer.api.post("/v1/ingests/" + ingest.path("id").asText() + "/cancel", "");
        assertEquals("cancelled", cancelled.text("status"));
        worker.finish(claim);
        var again = customer.api.post("/v1/jobs/" + ingest.at("/job/id").asText() + "/cancel", "");
        assertEquals(200, again.status());
        assertEquals("cancelled", again.text("status"));
    }

    @Test
    void anExportBecomesReadyWithItsRenditions() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var moment =
                customer.api
                        .get("/v1/assets/" + ingest.path("asset_id").asText() + "/moments")
                        .body()
                        .at("/data/0/id")
                        .asText();
        var export = customer.export(moment);
        worker.finish(worker.take(JobKind.RENDER));
        var ready =
                Eventually.see(
                        () -> customer.api.get("/v1/exports/" + export.path("id").asText()),
                        it -> it.text("status").equals("ready"));
        assertEquals("9:16", ready.body().at("/renditions/0/ratio").asText());
        assertEquals(-14.0, ready.body().at("/renditions/0/loudness/integrated_lufs").asDouble());
        var sheet = ready.body().at("/renditions/0/contact_sheet_url").asText();
        assertTrue(sheet.contains("clip-sheet.jpg?"), sheet);
    }

    private void awaitRunning() {
        Eventually.see(
                () -> customer.api.get("/v1/jobs?kind=ingest").body().at("/data/0/status").asText(),
                it -> it.equals("running"));
    }

    private static boolean dispatched(String jobId) {
        var id = io.clipforge.api.ids.TypeId.JOB.find(jobId).orElseThrow();
        try (var connection = Servers.superuser();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select dispatched_at is not null from jobs where id = '"
                                        + id
                                        + "'")) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message of a cancelled job may be on the wire already; whoever takes it is refused. */
    private void drainCancelled(JobKind kind) {
        worker.finish(worker.take(kind));
    }
}
