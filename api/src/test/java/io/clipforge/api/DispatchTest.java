package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private final JobQueue queue = ControlPlane.bean(JobQueue.class);
    private final List<Customer> customers =
            List.of(new Customer(), new Customer(), new Customer());

    @AfterEach
    void leaveNothingBehind() {
        Database.execute("delete from paused_kinds");
        customers.forEach(it ->
                Database.execute(
                        "update jobs set status = 'cancelled' where org_id = '"
                                + it.organization
                                + "' and status in ('queued', 'running', 'scheduled')"));
    }

    @Test
    void organizationsShareALaneByWeight() {
        weight(customers.get(0), 3);
        weight(customers.get(1), 2);
        pauseRanking();
        customers.forEach(it -> submit(it, 60, Priority.STANDARD));
        resumeRanking();
        var owners = claimAndFinish(60);
        assertEquals(30, count(owners, customers.get(0)), 2);
        assertEquals(20, count(owners, customers.get(1)), 2);
        assertEquals(10, count(owners, customers.get(2)), 2);
    }

    @Test
    void whoComesLateIsNotServedForTheTimeItWasAway() {
        pauseRanking();
        submit(customers.get(0), 600, Priority.STANDARD);
        resumeRanking();
        claimAndFinish(100);
        pauseRanking();
        finishWhatIsReleased();
        submit(customers.get(1), 100, Priority.STANDARD);
        resumeRanking();
        var owners = claimAndFinish(60);
        int latecomer = count(owners, customers.get(1));
        assertTrue(latecomer > 20 && latecomer < 40, "it got " + latecomer + " of 60");
    }

    @Test
    void anOrganizationAtItsCapIsPassedOver() {
        Database.execute(
                "insert into job_shares (org_id, max_running) values ('%s', 2)"
                        .formatted(customers.get(0).organization));
        submit(customers.get(0), 5, Priority.STANDARD);
        var first = claimOurs(2);
        assertTrue(nothingOfOurs());
        finish(first.getFirst());
        finish(claimOurs(1).getFirst());
        finish(first.getLast());
    }

    @Test
    void aPausedKindIsHeldBackUntilItIsResumed() {
        var caller = Caller.with(ControlPlane.OPERATOR);
        assertEquals(200, caller.post("/operator/queues/rank.v1/pause", "").status());
        submit(customers.get(0), 1, Priority.HIGH);
        assertTrue(nothingOfOurs());
        var figures = caller.get("/operator/queues/rank.v1").body();
        assertTrue(figures.path("paused").asBoolean());
        assertTrue(figures.path("backlog").asInt() >= 1);
        caller.post("/operator/queues/rank.v1/resume", "");
        claimAndFinish(1);
    }

    @Test
    void theQueuesAreNobodysBusinessButTheOperators() {
        var path = "/operator/queues";
        assertEquals(404, customers.getFirst().api.get(path).status());
        assertEquals(404, Caller.with("the operator of the testS").get(path).status());
        assertEquals(200, Caller.with(ControlPlane.OPERATOR).get(path).status());
    }

    @Test
    void aJobForLaterWaitsForItsTime() {
        var customer = customers.getFirst();
        var job =
                BareJobs.submit(
                        customer.organization,
                        BareJobs.job(customer.organization, Priority.STANDARD)
                                .notBefore(Instant.now().plus(Duration.ofHours(1))));
        var path = "/v1/jobs/" + io.clipforge.api.ids.TypeId.JOB.text(job);
        assertEquals("scheduled", customer.api.get(path).text("status"));
        assertTrue(customer.api.get(path).body().hasNonNull("run_at"));
        assertTrue(nothingOfOurs());
        Database.execute("update jobs set due_at = now() where id = '" + job + "'");
        claimAndFinish(1);
    }

    @Test
    void theSameWorkIsNotMadeTwiceWhileItIsUnfinished() {
        var organization = customers.getFirst().organization;
        var once =
                BareJobs.submit(
                        organization,
                        BareJobs.job(organization, Priority.STANDARD).onceFor("thumbnails"));
        var again =
                BareJobs.submit(
                        organization,
                        BareJobs.job(organization, Priority.STANDARD).onceFor("thumbnails"));
        assertEquals(once, again);
        claimAndFinish(1);
        awaitSucceeded(once);
        var after =
                BareJobs.submit(
                        organization,
                        BareJobs.job(organization, Priority.STANDARD).onceFor("thumbnails"));
        assertTrue(!after.equals(once));
        claimAndFinish(1);
    }

    @Test
    void aQueuedJobKnowsItsPlaceAndItsEnd() {
        pauseRanking();
        var jobs = submit(customers.getFirst(), 3, Priority.STANDARD);
        var last =
                customers
                        .getFirst()
                        .api
                        .get("/v1/jobs/" + io.clipforge.api.ids.TypeId.JOB.text(jobs.getLast()))
                        .body();
        assertEquals(3, last.path("queue_position").asInt());
        assertTrue(Instant.parse(last.path("eta").asText()).isAfter(Instant.now().minusSeconds(5)));
        resumeRanking();
        claimAndFinish(3);
    }

    /** All cost the same, whatever this machine has just measured such a job to take. */
    private List<UUID> submit(Customer customer, int count, Priority priority) {
        var jobs =
                BareJobs.submit(customer.organization, count, priority, UnaryOperator.identity());
        Database.execute(
                "update jobs set cost_ms = 200 where org_id = '" + customer.organization + "'");
        return jobs;
    }

    /** One at a time; the owners in the order in which their jobs came. */
    private List<String> claimAndFinish(int count) {
        var owners = new ArrayList<String>();
        while (owners.size() < count) {
            var claim = claimOurs(1).getFirst();
            owners.add(owner(claim));
            finish(claim);
        }
        return owners;
    }

    private List<Claim> claimOurs(int count) {
        var claims = new ArrayList<Claim>();
        var deadline = Instant.now().plusSeconds(20);
        while (claims.size() < count) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("only " + claims.size() + " jobs came");
            }
            queue.claim(List.of(JobKind.RANK), 1, "test", Duration.ofSeconds(1)).stream()
                    .filter(this::isOurs)
                    .forEach(claims::add);
        }
        return claims;
    }

    /** How much that is depends on how much was wanted before, also by other tests. */
    private void finishWhatIsReleased() {
        var claims = List.<Claim>of();
        do {
            claims = queue.claim(List.of(JobKind.RANK), 50, "test", Duration.ofMillis(300));
            claims.stream().filter(this::isOurs).forEach(this::finish);
        } while (!claims.isEmpty());
    }

    private boolean nothingOfOurs() {
        return queue.claim(List.of(JobKind.RANK), 10, "test", Duration.ofMillis(300)).stream()
                .noneMatch(this::isOurs);
    }

    private boolean isOurs(Claim claim) {
        return customers.stream().anyMatch(it -> it.organization.toString().equals(owner(claim)));
    }

    private static String owner(Claim claim) {
        var prefix = claim.message().spec().outputPrefix();
        return prefix.substring(0, prefix.indexOf('/'));
    }

    private void finish(Claim claim) {
        var message = claim.message();
        queue.report(
                JobKind.RANK,
                new JobReport.Ended(
                        message.jobId(),
                        message.attempt(),
                        claim.run(),
                        new JobOutcome.Completed(new JobResult.Ranked("moments.json", 0, null))));
    }

    private static int count(List<String> owners, Customer customer) {
        var organization = customer.organization.toString();
        return (int) owners.stream().filter(organization::equals).count();
    }

    private static void weight(Customer customer, int weight) {
        Database.execute(
                "insert into job_shares (org_id, weight) values ('%s', %d)"
                        .formatted(customer.organization, weight));
    }

    private static void pauseRanking() {
        Database.execute("insert into paused_kinds (kind) values ('rank.v1')");
    }

    private static void resumeRanking() {
        Database.execute("delete from paused_kinds");
    }

    private static void awaitSucceeded(UUID job) {
        Eventually.see(
                () -> Database.value("select status from jobs where id = '" + job + "'"),
                it -> it.equals("succeeded"));
    }
}
