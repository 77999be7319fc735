package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.jobs.JobKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void liveWorkIsMetered() {
        assertEquals(List.of("processed_ms", "rendered_ms"), metersOf(Environment.LIVE));
    }

    @Test
    void testWorkIsNot() {
        assertEquals(List.of(), metersOf(Environment.TEST));
    }

    /** Whoever forgets it in the program is stopped by the database. */
    @Test
    void theDatabaseTakesNoEntryOfTheTestEnvironment() {
        var customer = new Customer(Environment.TEST);
        var job = customer.ingest().at("/job/id").asText();
        var insert =
                """
                insert into usage_entries (org_id, environment, meter, quantity, job_id, run_id)
                select org_id, environment, 'processed_ms', 1, id, id from jobs where org_id = '%s'
                """
                        .formatted(customer.organization);

        assertThrows(IllegalStateException.class, () -> Database.execute(insert), job);
    }

    /** An upload becomes moments, and one of them a clip. */
    private static List<String> metersOf(Environment environment) {
        var customer = new Customer(environment);
        var worker = new Worker(customer);
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var moments = "/v1/assets/" + ingest.path("asset_id").asText() + "/moments";
        var export = customer.export(customer.api.get(moments).body().at("/data/0/id").asText());
        worker.finish(worker.take(JobKind.RENDER));
        Eventually.see(
                () -> customer.api.get("/v1/exports/" + export.path("id").asText()),
                it -> it.text("status").equals("ready"));
        return Database.column(
                "select meter from usage_entries where org_id = '%s' order by meter"
                        .formatted(customer.organization));
    }
}
