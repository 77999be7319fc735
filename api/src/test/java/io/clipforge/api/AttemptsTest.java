package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue.Claim;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void aFailureRestsAndIsWrittenDown() {
        var job = customer.ingest().at("/job/id").asText();
        worker.end(worker.take(JobKind.INGEST), new JobOutcome.RetryLater("the source was away"));
        var resting = awaitStatus(job, "scheduled");
        assertTrue(resting.hasNonNull("run_at"));
        var attempt = attempts(job).getFirst();
        assertEquals("retry_later", attempt.path("outcome").asText());
        assertEquals("the source was away", attempt.path("detail").asText());
        assertEquals("test", attempt.path("worker").asText());
        worker.end(
                worker.take(JobKind.INGEST),
                new JobOutcome.Failed(io.clipforge.jobs.JobProblem.NO_AUDIO, "Enough."));
        awaitStatus(job, "failed");
        assertEquals(List.of("retry_later", "failed"), outcomes(job));
    }

    @Test
    void whatIsHandedBackGoesOnAtOnceAndCountsAsNoFailure() {
        var job = customer.ingest().at("/job/id").asText();
        for (int i = 0; i < 7; i++) {
            worker.end(worker.take(JobKind.INGEST), new JobOutcome.HandedBack());
        }
        var claim = worker.take(JobKind.INGEST);
        assertEquals(8, claim.message().attempt());
        worker.finish(claim);
        awaitStatus(job, "succeeded");
    }

    @Test
    void aJobThatTookThreeWorkersWithItIsDeadAndCanBeRedriven() {
        var ingest = customer.ingest();
        var job = ingest.at("/job/id").asText();
        for (int i = 0; i < 3; i++) {
            loseLease(worker.take(JobKind.INGEST));
        }
        awaitStatus(job, "dead");
        assertEquals(List.of("lease_lost", "lease_lost", "lease_lost"), outcomes(job));
        customer.awaitIngest(ingest.path("id").asText(), "failed");
        assertEquals(1, customer.api.get("/v1/jobs?status=dead").body().path("data").size());

        var redriven = customer.api.post("/v1/jobs/" + job + "/redrive", "");
        assertEquals("queued", redriven.text("status"));
        worker.ingest();
        var completed = customer.awaitIngest(ingest.path("id").asText(), "completed");
        assertTrue(completed.path("problem").isMissingNode());
    }

    @Test
    void aDeathTakesItsFlowWithItAndARedriveBringsItBack() {
        var ingest = customer.ingest();
        worker.finish(worker.take(JobKind.INGEST));
        worker.finish(worker.take(JobKind.TRANSCRIBE));
        for (int i = 0; i < 3; i++) {
            loseLease(worker.take(JobKind.ANALYZE));
        }
        customer.awaitIngest(ingest.path("id").asText(), "failed");
        var redriven = customer.api.post("/v1/jobs/redrive", "{\"kind\": \"analyze\"}").body();
        assertEquals(1, redriven.path("data").size());
        worker.finish(worker.take(JobKind.ANALYZE));
        worker.finish(worker.take(JobKind.RANK));
        customer.awaitIngest(ingest.path("id").asText(), "completed");
    }

    @Test
    void onlyADeadJobIsRedriven() {
        var job = customer.ingest().at("/job/id").asText();
        var refused = customer.api.post("/v1/jobs/" + job + "/redrive", "");
        assertEquals(409, refused.status());
        assertEquals("job_not_redrivable", refused.text("code"));
        assertEquals(404, new Customer().api.post("/v1/jobs/" + job + "/redrive", "").status());
        worker.finish(worker.take(JobKind.INGEST));
    }

    @Test
    void aRunThatComesLateIsRefusedAndWrittenDown() {
        var ingest = customer.ingest();
        var job = ingest.at("/job/id").asText();
        var late = worker.take(JobKind.INGEST);
        loseLease(late);
        var second = worker.take(JobKind.INGEST);
        worker.finish(late);
        worker.finish(second);
        worker.finish(worker.take(JobKind.TRANSCRIBE));
        worker.finish(worker.take(JobKind.ANALYZE));
        worker.finish(worker.take(JobKind.RANK));
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        assertEquals(List.of("lease_lost"), outcomes(job));
        assertEquals(
                "1",
                Database.value(
                        "select count(*) from usage_entries where org_id = '"
                                + customer.organization
                                + "'"));
    }

    private void loseLease(Claim claim) {
        var job = claim.message().jobId();
        Eventually.see(
                () -> Database.value("select status from jobs where id = '" + job + "'"),
                it -> it.equals("running"));
        Database.execute(
                "update jobs set lease_until = now() - interval '1 minute' where id = '"
                        + job
                        + "'");
        Eventually.see(
                () ->
                        Database.value(
                                "select status from jobs where id = '%s' and attempt = %d"
                                                .formatted(job, claim.message().attempt())
                                        + " union all select 'lost'"),
                it -> !it.equals("running"));
    }

    private JsonNode awaitStatus(String job, String status) {
        return Eventually.see(
                        () -> customer.api.get("/v1/jobs/" + job),
                        it -> it.text("status").equals(status))
                .body();
    }

    private List<JsonNode> attempts(String job) {
        var data = customer.api.get("/v1/jobs/" + job + "/attempts").body().path("data");
        return StreamSupport.stream(data.spliterator(), false).toList();
    }

    private List<String> outcomes(String job) {
        return attempts(job).stream().map(it -> it.path("outcome").asText()).toList();
    }
}
