package io.clipforge.api.assets;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assets of a tenant, each of which is made with its ingest. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Assets extends GenericRepository<Asset, UUID> {

    @Query("select * from assets where id = :id and deleted_at is null")
    Optional<Asset> find(UUID id);

    @Query(
            """
            select * from assets
             where deleted_at is null
               and id = any (array(select value::uuid from jsonb_array_elements_text(:ids::jsonb)))
            """)
    List<Asset> findAll(String ids);

    @Query("select * from assets where id = :id and deleted_at is null for update")
    Optional<Asset> hold(UUID id);

    @Query(
            """
            select * from assets
             where deleted_at is null
               and id < :before
               and (:projectId::uuid is null or project_id = :projectId)
             order by id desc
             limit :limit
            """)
    List<Asset> list(UUID before, @Nullable UUID projectId, int limit);

    @Query(
            """
            update assets set status = 'ready', overview_key = :overviewKey, updated_at = now() where id = :id
            """)
    void ready(UUID id, @Nullable String overviewKey);

    @Query("update assets set status = :status, updated_at = now() where id = :id")
    void move(UUID id, String status);

    @Query(
            """
            update assets
               set status = 'processing', problem_code = null, problem_detail = null, updated_at = now()
             where id = :id
            """)
    void reopen(UUID id);

    @Query(
            """
            update assets
               set status = 'failed', problem_code = :problemCode, problem_detail = :problemDetail,
                   updated_at = now()
             where id = :id
            """)
    void fail(UUID id, @Nullable String problemCode, @Nullable String problemDetail);

    @Query(
            """
            update assets
               set media = :media::jsonb, source_key = :sourceKey, audio_key = :audioKey, proxy_key = :proxyKey,
                   poster_key = :posterKey, waveform_key = :waveformKey, updated_at = now()
             where id = :id
            """)
    void describe(
            UUID id,
            String media,
            String sourceKey,
            String audioKey,
            @Nullable String proxyKey,
            @Nullable String posterKey,
            String waveformKey);

    @Query("update assets set transcript_key = :key, updated_at = now() where id = :id")
    void transcribed(UUID id, String key);

    @Query(
            """
            update assets set analysis_key = :key, shots = :shots::jsonb, updated_at = now() where id = :id
            """)
    void analyzed(UUID id, String key, String shots);

    @Query(
            "update assets set deleted_at = now(), updated_at = now() where id = :id and deleted_at is null")
    int delete(UUID id);

    @Query(
            "update assets set purged_at = now(), updated_at = now() where id = :id and purged_at is null")
    void purged(UUID id);
}
