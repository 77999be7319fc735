package io.clipforge.api.brandkits;

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

/** The brand kits of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BrandKits extends GenericRepository<BrandKit, UUID> {

    /** Writes a new kit, or the next version of one that is there. */
    @Query(
            """
            insert into brand_kits as kit (id, name, primary_color, text_color, highlight_color,
                   watermark_upload_id, watermark_key, watermark_position, watermark_opacity, look, metadata)
            values (:id, :name, :primaryColor, :textColor, :highlightColor,
                    :watermarkUploadId, :watermarkKey, :watermarkPosition, :watermarkOpacity, :look::jsonb, :metadata::jsonb)
            on conflict (id) do update
               set name = excluded.name, primary_color = excluded.primary_color,
                   text_color = excluded.text_color, highlight_color = excluded.highlight_color,
                   watermark_upload_id = excluded.watermark_upload_id, watermark_key = excluded.watermark_key,
                   watermark_position = excluded.watermark_position,
                   watermark_opacity = excluded.watermark_opacity, look = excluded.look, metadata = excluded.metadata,
                   version = kit.version + 1, updated_at = now()
            returning *
            """)
    BrandKit write(
            UUID id,
            String name,
            String primaryColor,
            String textColor,
            String highlightColor,
            @Nullable UUID watermarkUploadId,
            @Nullable String watermarkKey,
            String watermarkPosition,
            double watermarkOpacity,
            String look,
            @TypeDef(type = DataType.JSON) Map<String, String> metadata);

    @Query("select * from brand_kits where id = :id and deleted_at is null")
    Optional<BrandKit> find(UUID id);

    /** As it was; also when it is deleted. */
    @Query(
            """
            select kit.*
              from brand_kit_versions, jsonb_populate_record(null::brand_kits, kit) kit
             where brand_kit_id = :id and brand_kit_versions.version = :version
            """)
    Optional<BrandKit> find(UUID id, int version);

    @Query("select * from brand_kits where id = :id and deleted_at is null for update")
    Optional<BrandKit> hold(UUID id);

    @Query(
            """
            select * from brand_kits
             where deleted_at is null and id < :before
             order by id desc
             limit :limit
            """)
    List<BrandKit> list(UUID before, int limit);

    @Query(
            "update brand_kits set deleted_at = now(), updated_at = now() where id = :id and deleted_at is null")
    int delete(UUID id);
}
