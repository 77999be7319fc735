package io.clipforge.api.jobs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs of a tenant, as they are asked for. {@link JobMoves} changes them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Jobs extends GenericRepository<Job, UUID> {

    /** Those whose deduplication key is taken are left out of the answer. */
    @Query(
            """
            insert into jobs (id, kind, priority, spec, flow_id, parent_id, part, ingest_id, asset_id, export_id,
                              status, waits_for, attempt, work_ms, cost_ms, due_at, deduplication_key,
                              traceparent)
            select id, kind, priority, spec, "flowId", "parentId", part, "ingestId", "assetId", "exportId",
                   status, "waitsFor", 1, "workMs", "costMs", coalesce("runAt", now()), "deduplicationKey",
                   traceparent
              from jsonb_to_recordset(:jobs::jsonb) as j(
                   id uuid, kind text, priority text, spec jsonb, "flowId" uuid, "parentId" uuid, part int,
                   "ingestId" uuid, "assetId" uuid, "exportId" uuid, status text, "waitsFor" int,
                   "workMs" bigint, "costMs" bigint, "runAt" timestamptz, "deduplicationKey" text,
                   traceparent text)
            on conflict (org_id, environment, deduplication_key)
                  where deduplication_key is not null and status in ('waiting', 'scheduled', 'queued', 'running')
                  do nothing
            returning *
            """)
    List<Job> add(String jobs);

    @Query("select * from jobs where id = :id")
    Optional<Job> find(UUID id);

    @Query(
            """
            select * from jobs
             where id = any (array(select value::uuid from jsonb_array_elements_text(:ids::jsonb)))
            """)
    List<Job> findAll(String ids);

    @Query(
            """
            select * from jobs
             where deduplication_key = :key and status in ('waiting', 'scheduled', 'queued', 'running')
            """)
    Optional<Job> findUnfinished(String key);

    @Query("select * from jobs where flow_id = :flowId order by id")
    List<Job> ofFlow(UUID flowId);

    @Query("select * from jobs where parent_id = :parentId order by part nulls first, id")
    List<Job> ofParent(UUID parentId);

    @Query(
            """
            select * from jobs
             where id < :before
               and (:kind::text is null or kind = :kind)
               and (:status::text is null or status = :status)
               and (:assetId::uuid is null or asset_id = :assetId)
             order by id desc
             limit :limit
            """)
    List<Job> list(
            UUID before,
            @Nullable String kind,
            @Nullable String status,
            @Nullable UUID assetId,
            int limit);

    /** But for parts that were done without. */
    @Query(
            """
            select * from jobs
             where status = 'dead'
               and not exists (select from jobs as parent
                                where parent.id = jobs.parent_id and parent.status <> 'cancelled')
               and (:kind::text is null or kind = :kind)
             order by id
             limit :limit
            """)
    List<Job> dead(@Nullable String kind, int limit);

    /** How many of the organization's own jobs come before this one, as far as it matters. */
    @Query(
            """
            select count(*) from (
                select from jobs
                 where kind = :kind and priority = :priority and status = 'queued'
                   and (due_at, id) < (select due_at, id from jobs where id = :id)
                 limit :most) as before
            """)
    int countBefore(UUID id, String kind, String priority, int most);
}
