package io.clipforge.api.runs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The jobs of every tenant, in the role of the relay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HeldJobs extends GenericRepository<HeldJob, UUID> {

    @Query(
            """
            select id, org_id, environment, flow_id, parent_id from jobs
             where id = any (array(select value::uuid from jsonb_array_elements_text(:ids::jsonb)))
            """)
    List<HeldJob> find(String ids);

    /**
     * Those whose worker says nothing any more.
     *
     * @param unheardMs for how long now nothing could be heard from anyone
     */
    @Query(
            """
            select id, org_id, environment, flow_id, parent_id from jobs
             where kind = :kind and status = 'running'
               and lease_until < now() - :unheardMs * interval '1 millisecond'
             order by lease_until
             limit :limit
            """)
    List<HeldJob> silent(String kind, long unheardMs, int limit);
}
