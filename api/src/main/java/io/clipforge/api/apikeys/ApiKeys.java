package io.clipforge.api.apikeys;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of an organization; the row of a shown key is seen before its organization is known. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApiKeys extends GenericRepository<ApiKey, UUID> {

    @Query("select set_config('app.key_hash', :hexHash, true)")
    String show(String hexHash);

    /** After {@link #show}, in the same transaction: row-level security leaves one row at most. */
    @Query("select * from api_keys where hash = decode(:hexHash, 'hex')")
    Optional<ApiKey> findShown(String hexHash);

    @Query("select * from api_keys where id = :id")
    Optional<ApiKey> find(UUID id);

    /** Until the end of the transaction nobody else changes the key. */
    @Query("select * from api_keys where id = :id for update")
    Optional<ApiKey> lock(UUID id);

    @Query(
            """
            insert into api_keys
                (name, environment, prefix, hash, scopes, allowed_ips, api_version, expires_at)
            values
                (:name, :environment, :prefix, :hash, :scopes, :allowedIps, :apiVersion, :expiresAt)
            returning *
            """)
    ApiKey add(
            String name,
            String environment,
            String prefix,
            byte[] hash,
            String[] scopes,
            String[] allowedIps,
            String apiVersion,
            @Nullable Instant expiresAt);

    @Query(
            """
            select * from api_keys
             where id < :before
             order by id desc
             limit :limit
            """)
    List<ApiKey> list(UUID before, int limit);

    @Query(
            """
            update api_keys set hash = :hash, prefix = :prefix, updated_at = now()
             where id = :id
            returning *
            """)
    List<ApiKey> replaceSecret(UUID id, String prefix, byte[] hash);

    /** Nothing when it was revoked before. */
    @Query(
            """
            update api_keys
               set revoked_at = now(), revocation_reason = :reason, leak_found_at_url = :foundAtUrl,
                   updated_at = now()
             where id = :id and revoked_at is null
            returning *
            """)
    List<ApiKey> revoke(UUID id, String reason, @Nullable String foundAtUrl);

    /** Unless another replica has just done so. */
    @Query(
            """
            update api_keys set last_used_at = now()
             where id = :id
               and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """)
    void noteUse(UUID id);
}
