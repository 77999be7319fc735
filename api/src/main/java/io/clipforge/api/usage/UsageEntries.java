package io.clipforge.api.usage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** What a tenant used; entries are added and never changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UsageEntries extends GenericRepository<UsageEntry, UUID> {

    @Query(
            """
            insert into usage_entries (meter, quantity, job_id, run_id)
            values (:meter, :quantity, :jobId, :runId)
            """)
    void add(String meter, long quantity, UUID jobId, UUID runId);

    /** An id tells when its entry was made. */
    @Query(
            """
            select coalesce(sum(quantity), 0)
            from usage_entries
            where meter = :meter and id >= :since
            """)
    long sum(String meter, UUID since);
}
