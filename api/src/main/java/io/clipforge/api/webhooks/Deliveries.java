package io.clipforge.api.webhooks;

import io.clipforge.api.generated.model.DeliveryAttempt;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deliveries of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Deliveries extends GenericRepository<StoredDelivery, UUID> {

    @Query("select * from deliveries where id = :id")
    Optional<StoredDelivery> find(UUID id);

    /** While this claim still holds it. */
    @Query(
            "select * from deliveries where id = :id and claim_id = :claimId and status = 'pending' for update")
    Optional<StoredDelivery> hold(UUID id, UUID claimId);

    @Query(
            """
            select * from deliveries
             where id < :before
               and (:endpointId::uuid is null or webhook_endpoint_id = :endpointId)
               and (:eventId::uuid is null or event_id = :eventId)
               and (:status::text is null or status = :status)
             order by id desc
             limit :limit
            """)
    List<StoredDelivery> list(
            UUID before,
            @Nullable UUID endpointId,
            @Nullable UUID eventId,
            @Nullable String status,
            int limit);

    @Query(
            """
            update deliveries
               set status = :status, attempts = :attempts::jsonb, next_attempt_at = :nextAttemptAt,
                   claim_id = null, updated_at = now()
             where id = :id
            """)
    void record(
            UUID id,
            String status,
            @TypeDef(type = DataType.JSON) List<DeliveryAttempt> attempts,
            @Nullable Instant nextAttemptAt);

    @Query(
            """
            update deliveries
               set status = 'pending', next_attempt_at = now(), claim_id = null, updated_at = now()
             where id = :id
            returning *
            """)
    StoredDelivery resend(UUID id);

    @Query(
            """
            update deliveries set status = 'cancelled', next_attempt_at = null, updated_at = now()
             where webhook_endpoint_id = :endpointId and status = 'pending'
            """)
    int cancelAll(UUID endpointId);
}
