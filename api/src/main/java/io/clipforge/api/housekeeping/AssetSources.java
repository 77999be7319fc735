package io.clipforge.api.housekeeping;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** What a tenant's assets were made of, and who else needs it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AssetSources extends GenericRepository<LeftRun, UUID> {

    /** Whether its ingest or an export of it is still worked on, or is going to be. */
    @Query(
            """
            select exists (select from jobs join assets
                               on jobs.org_id = assets.org_id and jobs.flow_id = assets.ingest_id
                            where assets.id = :asset
                              and jobs.status in ('waiting', 'scheduled', 'queued', 'running'))
                or exists (select from exports
                            where asset_id = :asset and status in ('queued', 'rendering'))
            """)
    boolean busy(UUID asset);

    /** The id, as the API writes it, of the upload that the asset came from. */
    @Query(
            """
            select source ->> 'upload_id' from ingests join assets on assets.ingest_id = ingests.id
             where assets.id = :asset and source ->> 'upload_id' is not null
            """)
    Optional<String> upload(UUID asset);

    /** Whether an asset that is there, or any version of a brand kit, needs the upload's file. */
    @Query(
            """
            select exists (select from ingests join assets on assets.id = ingests.asset_id
                            where ingests.source ->> 'upload_id' = :text
                              and assets.id <> :asset and assets.purged_at is null)
                or exists (select from brand_kit_versions
                            where kit ->> 'watermark_upload_id' = cast(:upload as text)
                               or kit -> 'look' -> 'font' ->> 'uploadId' = cast(:upload as text)
                               or kit -> 'look' -> 'intro' ->> 'uploadId' = cast(:upload as text)
                               or kit -> 'look' -> 'outro' ->> 'uploadId' = cast(:upload as text))
                or exists (select from exports
                            where music_upload_id = :upload
                              and status in ('queued', 'rendering', 'failed'))
            """)
    boolean needed(UUID upload, String text, UUID asset);
}
