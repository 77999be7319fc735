package io.clipforge.api.apikeys;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The secrets that rerolls replaced; a shown one is seen before its organization is known. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FormerSecrets extends GenericRepository<FormerSecret, byte[]> {

    /** After {@link ApiKeys#show}, in the same transaction. */
    @Query(
            """
            select org_id, environment, api_key_id, expires_at from former_api_key_secrets
             where hash = decode(:hexHash, 'hex')
            """)
    Optional<FormerSecret> findShown(String hexHash);

    /** What the key has now, before it gets another. */
    @Query(
            """
            insert into former_api_key_secrets (hash, api_key_id, expires_at)
            select hash, id, :expiresAt from api_keys where id = :apiKeyId
            """)
    int keep(UUID apiKeyId, Instant expiresAt);

    @Query(
            """
            update former_api_key_secrets set expires_at = least(expires_at, :latest)
             where api_key_id = :apiKeyId
            """)
    int endBy(UUID apiKeyId, Instant latest);

    @Query(
            """
            update former_api_key_secrets set expires_at = now()
             where hash = decode(:hexHash, 'hex') and expires_at > now()
            """)
    int end(String hexHash);

    @Query(
            "delete from former_api_key_secrets where api_key_id = :apiKeyId and expires_at <= now()")
    int forgetExpired(UUID apiKeyId);
}
