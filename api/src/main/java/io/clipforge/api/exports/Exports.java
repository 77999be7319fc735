package io.clipforge.api.exports;

import io.clipforge.api.generated.model.CaptionOptions;
import io.clipforge.api.generated.model.CutOptions;
import io.clipforge.api.generated.model.Ratio;
import io.clipforge.api.generated.model.SoundOptions;
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

/** The exports of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Exports extends GenericRepository<Export, UUID> {

    @Query(
            """
            insert into exports (id, asset_id, moment_id, recaptioned_from, job_id, brand_kit_id, brand_kit_version,
                                 start_ms, end_ms, ratios, captions, cut, sound, music_upload_id, brand, metadata)
            values (:id, :assetId, :momentId, :recaptionedFrom, :jobId, :brandKitId, :brandKitVersion, :startMs, :endMs,
                    :ratios::jsonb, :captions::jsonb, :cut::jsonb, :sound::jsonb, :musicUploadId, :brand::jsonb, :metadata::jsonb)
            returning *
            """)
    Export add(
            UUID id,
            UUID assetId,
            @Nullable UUID momentId,
            @Nullable UUID recaptionedFrom,
            UUID jobId,
            @Nullable UUID brandKitId,
            @Nullable Integer brandKitVersion,
            long startMs,
            long endMs,
            @TypeDef(type = DataType.JSON) List<Ratio> ratios,
            @TypeDef(type = DataType.JSON) CaptionOptions captions,
            @Nullable @TypeDef(type = DataType.JSON) CutOptions cut,
            @Nullable @TypeDef(type = DataType.JSON) SoundOptions sound,
            @Nullable UUID musicUploadId,
            @Nullable String brand,
            @TypeDef(type = DataType.JSON) Map<String, String> metadata);

    @Query("select * from exports where id = :id")
    Optional<Export> find(UUID id);

    @Query(
            """
            select * from exports
             where id < :before
               and (:assetId::uuid is null or asset_id = :assetId)
               and (:momentId::uuid is null or moment_id = :momentId)
               and (:status::text is null or status = :status)
             order by id desc
             limit :limit
            """)
    List<Export> list(
            UUID before,
            @Nullable UUID assetId,
            @Nullable UUID momentId,
            @Nullable String status,
            int limit);

    @Query(
            "update exports set status = 'rendering', updated_at = now() where id = :id and status = 'queued'")
    int render(UUID id);

    /** A failed one goes on. */
    @Query(
            """
            update exports
               set status = 'queued', problem_code = null, problem_detail = null, updated_at = now()
             where id = :id
            """)
    void reopen(UUID id);

    @Query(
            """
            update exports
               set status = :status, renditions = :renditions::jsonb,
                   problem_code = :problemCode, problem_detail = :problemDetail, updated_at = now()
             where id = :id
            returning *
            """)
    Export finish(
            UUID id,
            String status,
            String renditions,
            @Nullable String problemCode,
            @Nullable String problemDetail);
}
