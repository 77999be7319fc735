package io.clipforge.api.webhooks;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The endpoints of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WebhookEndpoints extends GenericRepository<WebhookEndpoint, UUID> {

    @Query(
            """
            insert into webhook_endpoints (id, url, description, event_types, secret)
            values (:id, :url, :description, :eventTypes, :secret)
            returning *
            """)
    WebhookEndpoint add(
            UUID id, String url, @Nullable String description, String[] eventTypes, String secret);

    @Query("select * from webhook_endpoints where id = :id and deleted_at is null")
    Optional<WebhookEndpoint> find(UUID id);

    @Query(
            """
            select * from webhook_endpoints
             where deleted_at is null and id < :before
             order by id desc
             limit :limit
            """)
    List<WebhookEndpoint> list(UUID before, int limit);

    @Query(
            """
            update webhook_endpoints
               set previous_secret = secret, previous_secret_expires_at = :overlapUntil,
                   secret = :secret, updated_at = now()
             where id = :id
            """)
    void rotate(UUID id, String secret, Instant overlapUntil);

    /** Deleted ones too. */
    @Query("select * from webhook_endpoints where id = :id for update")
    Optional<WebhookEndpoint> hold(UUID id);

    /** The same secrets in other words: nobody sees a change. */
    @Query(
            """
            update webhook_endpoints
               set secret = :secret, previous_secret = :previous, previous_secret_expires_at = :previousExpiresAt
             where id = :id
            """)
    void keepSecrets(
            UUID id, String secret, @Nullable String previous, @Nullable Instant previousExpiresAt);

    @Query("update webhook_endpoints set status = 'disabled', updated_at = now() where id = :id")
    void disable(UUID id);

    @Query(
            """
            update webhook_endpoints set deleted_at = now(), updated_at = now()
             where id = :id and deleted_at is null
            """)
    int delete(UUID id);
}
