package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.jobs.JobStatus;
import io.clipforge.jobs.Priority;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStatusTest {
    @BeforeAll
    static void migrate() {
        ControlPlane.address();
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    void theDatabaseAllowsWhatTheTableSaysAndNothingElse(JobStatus was) {
        var allowed = EnumSet.noneOf(JobStatus.class);
        for (var next : JobStatus.values()) {
            var may =
                    Database.value(
                            "select job_may_become('%s', '%s')".formatted(was.text(), next.text()));
            if (may.equals("t")) {
                allowed.add(next);
            }
        }
        assertEquals(was.next(), allowed);
    }

    @Test
    void aJobThatHasSucceededOrFailedNeverChangesAgain() {
        assertEquals(EnumSet.noneOf(JobStatus.class), JobStatus.SUCCEEDED.next());
        assertEquals(EnumSet.noneOf(JobStatus.class), JobStatus.FAILED.next());
    }

    @Test
    void theDatabaseRefusesAForbiddenStep() {
        var organization = new Customer().organization;
        var job =
                BareJobs.submit(
                        organization,
                        BareJobs.job(organization, Priority.BATCH)
                                .notBefore(Instant.now().plusSeconds(3600)));
        var refusal =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Database.execute(
                                        "update jobs set status = 'dead' where id = '"
                                                + job
                                                + "'"));
        assertTrue(
                String.valueOf(refusal.getCause())
                        .contains("a scheduled job does not become dead"));
    }
}
