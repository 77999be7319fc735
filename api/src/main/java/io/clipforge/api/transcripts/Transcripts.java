package io.clipforge.api.transcripts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The transcripts of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Transcripts extends GenericRepository<StoredTranscript, UUID> {

    @Query(
            """
            insert into transcripts (asset_id, language, engine, words, sentences)
            values (:assetId, :language, :engine, :words::jsonb, :sentences::jsonb)
            """)
    void add(UUID assetId, String language, String engine, String words, String sentences);

    @Query("select * from transcripts where asset_id = :assetId")
    Optional<StoredTranscript> find(UUID assetId);

    @Query("select * from transcripts where asset_id = :assetId for update")
    Optional<StoredTranscript> hold(UUID assetId);

    @Query(
            """
            update transcripts
               set words = :words::jsonb, sentences = :sentences::jsonb, version = version + 1, updated_at = now()
             where asset_id = :assetId
            returning *
            """)
    StoredTranscript correct(UUID assetId, String words, String sentences);
}
