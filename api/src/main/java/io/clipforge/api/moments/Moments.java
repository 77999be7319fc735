package io.clipforge.api.moments;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The moments of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Moments extends GenericRepository<Moment, UUID> {

    @Query(
            """
            insert into moments (asset_id, rank, start_ms, end_ms, score, title, reasons,
                                 scorer, start_log_odds, probability, hashtags)
            values (:assetId, :rank, :startMs, :endMs, :score, :title, :reasons::jsonb,
                    :scorer, :startLogOdds, :probability, :hashtags::jsonb)
            """)
    void add(
            UUID assetId,
            int rank,
            long startMs,
            long endMs,
            double score,
            String title,
            String reasons,
            @Nullable String scorer,
            @Nullable Double startLogOdds,
            @Nullable Double probability,
            @TypeDef(type = DataType.JSON) List<String> hashtags);

    @Query("select * from moments where id = :id")
    Optional<Moment> find(UUID id);

    @Query(
            """
            select * from moments
             where id = any (array(select value::uuid from jsonb_array_elements_text(:ids::jsonb)))
            """)
    List<Moment> findAll(String ids);

    @Query("select * from moments where id = :id for update")
    Optional<Moment> hold(UUID id);

    /** In rank order; the cursor names the last moment seen. */
    @Query(
            """
            select * from moments
             where asset_id = :assetId
               and (:after::uuid is null or rank > (select rank from moments where id = :after))
             order by rank
             limit :limit
            """)
    List<Moment> list(UUID assetId, @Nullable UUID after, int limit);

    @Query("update moments set status = :status, updated_at = now() where id = :id returning *")
    Moment decide(UUID id, String status);
}
