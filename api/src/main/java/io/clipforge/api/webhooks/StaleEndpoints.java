package io.clipforge.api.webhooks;

import io.clipforge.api.tenancy.RelayTransactional;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The endpoints of every tenant, without their secrets, in the role of the relay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
@RelayTransactional
interface StaleEndpoints extends GenericRepository<StaleEndpoint, UUID> {

    /** Deleted ones too: their secrets lie there all the same. */
    @Query(
            """
            select id, org_id, environment from webhook_endpoints
             where id > :last
               and (secret_key <> :key or previous_secret_key <> :key or previous_secret_expires_at <= now())
             order by id
             limit :limit
            """)
    List<StaleEndpoint> after(UUID last, String key, int limit);
}
