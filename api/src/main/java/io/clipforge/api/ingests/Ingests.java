package io.clipforge.api.ingests;

import io.clipforge.api.generated.model.IngestOptions;
import io.clipforge.api.generated.model.IngestSource;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ingests of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Ingests extends GenericRepository<Ingest, UUID> {

    /**
     * Adds an ingest and the asset that it will fill. Neither, when there is no such project; who
     * is deleting it is waited for.
     */
    @Query(
            """
            with project as (
                 select id from projects where id = :projectId and deleted_at is null for share),
                 asset as (
                 insert into assets (id, project_id, ingest_id, filename, scenario)
                 select :assetId, project.id, :id, :filename, :scenario from project
                 returning id, project_id)
            insert into ingests (id, project_id, asset_id, job_id, source, options,
                                 supplied_key, supplied_format, chat_key, metadata)
            select :id, asset.project_id, asset.id, :jobId, :source::jsonb, :options::jsonb,
                   :suppliedKey, :suppliedFormat, :chatKey, :metadata::jsonb
              from asset
            returning *
            """)
    List<Ingest> add(
            UUID id,
            UUID projectId,
            UUID assetId,
            UUID jobId,
            @Nullable String filename,
            @Nullable String scenario,
            @TypeDef(type = DataType.JSON) IngestSource source,
            @TypeDef(type = DataType.JSON) IngestOptions options,
            @Nullable String suppliedKey,
            @Nullable String suppliedFormat,
            @Nullable String chatKey,
            @TypeDef(type = DataType.JSON) Map<String, String> metadata);

    @Query("select * from ingests where id = :id")
    Optional<Ingest> find(UUID id);

    @Query(
            """
            select * from ingests
             where id < :before
               and (:projectId::uuid is null or project_id = :projectId)
               and (:status::text is null or status = :status)
             order by id desc
             limit :limit
            """)
    List<Ingest> list(UUID before, @Nullable UUID projectId, @Nullable String status, int limit);

    @Query(
            "update ingests set status = 'processing', updated_at = now() where id = :id and status = 'queued'")
    int process(UUID id);

    /** A failed one goes on. */
    @Query(
            """
            update ingests
               set status = 'processing', problem_code = null, problem_detail = null, updated_at = now()
             where id = :id
            """)
    void reopen(UUID id);

    @Query(
            """
            update ingests
               set status = :status, problem_code = :problemCode, problem_detail = :problemDetail,
                   updated_at = now()
             where id = :id
            returning *
            """)
    Ingest finish(
            UUID id, String status, @Nullable String problemCode, @Nullable String problemDetail);
}
