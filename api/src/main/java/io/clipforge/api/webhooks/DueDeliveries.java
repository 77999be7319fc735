package io.clipforge.api.webhooks;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The deliveries of every tenant, in the role of the relay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DueDeliveries extends GenericRepository<DueDelivery, UUID> {

    /** Claims what is due; a claim that comes to nothing is due again after its lease. */
    @Query(
            """
            update deliveries
               set claim_id = uuidv7(), next_attempt_at = now() + :leaseMs * interval '1 millisecond'
             where id in (
                   select id from deliveries
                    where status = 'pending' and next_attempt_at <= now()
                    order by next_attempt_at
                    limit :limit
                      for update skip locked)
            returning id, org_id, environment, webhook_endpoint_id, claim_id
            """)
    List<DueDelivery> claim(long leaseMs, int limit);

    /** Lets go of a claim: the delivery is due again after a rest. */
    @Query(
            """
            update deliveries
               set claim_id = null, next_attempt_at = now() + :restMs * interval '1 millisecond'
             where id = :id and claim_id = :claimId and status = 'pending'
            """)
    void postpone(UUID id, UUID claimId, long restMs);
}
