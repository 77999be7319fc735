package io.clipforge.api.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Clients of an organization; the one whose secret is shown is seen before that is known. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OAuthClients extends GenericRepository<OAuthClient, UUID> {

    @Query("select set_config('app.client_secret_hash', :hexHash, true)")
    String show(String hexHash);

    /** After {@link #show}, in the same transaction: row-level security leaves one row at most. */
    @Query(
            """
            select * from oauth_clients
             where secret_hash = decode(:hexHash, 'hex') and revoked_at is null
            """)
    Optional<OAuthClient> findShown(String hexHash);

    @Query(
            """
            insert into oauth_clients (name, environment, secret_hash, scopes)
            values (:name, :environment, decode(:hexHash, 'hex'), :scopes)
            returning *
            """)
    OAuthClient add(String name, String environment, String hexHash, String[] scopes);

    @Query("select * from oauth_clients where id = :id and revoked_at is null")
    Optional<OAuthClient> findUsable(UUID id);

    @Query(
            """
            select * from oauth_clients
             where id < :before
             order by id desc
             limit :limit
            """)
    List<OAuthClient> list(UUID before, int limit);

    @Query(
            """
            update oauth_clients set revoked_at = coalesce(revoked_at, now()), updated_at = now()
             where id = :id
            returning *
            """)
    OAuthClient revoke(UUID id);

    @Query("select * from oauth_clients where id = :id for update")
    Optional<OAuthClient> hold(UUID id);

    @Query("update oauth_clients set last_used_at = now() where id = :id")
    void noteUse(UUID id);
}
