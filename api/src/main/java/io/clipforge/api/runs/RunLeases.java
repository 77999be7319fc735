package io.clipforge.api.runs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.tenancy.RelayTransactional;
import io.clipforge.jobs.JobKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Whose job a run works on, and which runs are silent. */
@Singleton
class RunLeases {
    private static final int BATCH = 100;

    private final HeldJobs jobs;

    RunLeases(HeldJobs jobs) {
        this.jobs = jobs;
    }

    @RelayTransactional
    List<HeldJob> find(List<UUID> ids) {
        return jobs.find(StoredJson.text(ids));
    }

    @RelayTransactional
    List<HeldJob> silent(JobKind kind, long unheardMs) {
        return jobs.silent(kind.wireName(), unheardMs, BATCH);
    }
}
