package io.clipforge.api.jobs;

import io.clipforge.api.tenancy.RelayTransactional;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** How busy the fleets are with everyone's jobs, in the role of the relay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Crowds extends GenericRepository<Job, UUID> {

    @RelayTransactional
    @Query(
            """
            with recursive present(org_id) as (
                (select org_id from jobs
                  where kind = :kind and priority = :priority and status = 'queued' and dispatched_at is null
                  order by org_id limit 1)
                 union all
                 select (select jobs.org_id from jobs
                          where kind = :kind and priority = :priority and status = 'queued'
                            and dispatched_at is null and jobs.org_id > present.org_id
                          order by jobs.org_id limit 1)
                   from present where present.org_id is not null),
            everyone as (
                 select org_id from present where org_id is not null union select :orgId::uuid),
            weighed as (
                 select everyone.org_id, coalesce(weight, 1) as weight
                   from everyone left join job_shares using (org_id))
            select (select count(*)::int from jobs where kind = :kind and status = 'running') as running,
                   (select sum(weight) filter (where org_id = :orgId::uuid)::float8 / sum(weight) from weighed) as share
            """)
    Crowd of(String kind, String priority, UUID orgId);
}
