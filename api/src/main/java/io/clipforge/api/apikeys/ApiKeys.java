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

    @Query(
            """
            insert into api_keys (name, environment, prefix, hash, scopes, expires_at)
            values (:name, :environment, :prefix, :hash, :scopes, :expiresAt)
            returning *
            """)
    ApiKey add(
            String name,
            String environment,
            String prefix,
            byte[] hash,
            String[] scopes,
            @Nullable Instant expiresAt);

    @Query(
            """
            select * from api_keys
             where :before::uuid is null or id < :before
             order by id desc
             limit :limit
            """)
    List<ApiKey> list(@Nullable UUID before, int limit);

    @Query(
            """
            update api_keys set revoked_at = coalesce(revoked_at, now()), updated_at = now()
             where id = :id
            returning *
            """)
    List<ApiKey> revoke(UUID id);

    @Query("update api_keys set last_used_at = now() where id = :id")
    void noteUse(UUID id);
}
