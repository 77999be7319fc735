package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.AuditEntry;
import io.clipforge.sdk.model.AuditVerification;

/** Who changed what. Each entry holds the hash of the one before, so that a change of it shows. */
public final class AuditLog {
    private final Transport transport;

    public AuditLog(Transport transport) {
        this.transport = transport;
    }

    /** The entries of this environment, newest first. */
    public Page<AuditEntry> list() {
        return list(new Filter());
    }

    /** The entries that pass the filter, newest first. */
    public Page<AuditEntry> list(Filter filter) {
        return transport.page(filter.on(Call.get("/v1/audit_log")), AuditEntry.class);
    }

    /**
     * Has some thousand entries recomputed, of both environments.
     *
     * @param fromSequence the first of them, from 1; go on with {@code getNextSequence()} of the
     *     answer until it is null
     */
    public AuditVerification verify(long fromSequence) {
        return transport.send(
                Call.get("/v1/audit_log/verify").query("from_sequence", fromSequence),
                AuditVerification.class);
    }

    /** Which entries to list. */
    public static final class Filter extends ListFilter<Filter> {
        /** Id of the API key, member or client that did it. */
        public Filter actor(String actor) {
            return with("actor", actor);
        }

        /** The {@code operationId} of what was done, such as {@code updateProject}. */
        public Filter action(String action) {
            return with("action", action);
        }

        /** Id of the object that was changed. */
        public Filter target(String target) {
            return with("target", target);
        }

        @Override
        Filter self() {
            return this;
        }
    }
}
