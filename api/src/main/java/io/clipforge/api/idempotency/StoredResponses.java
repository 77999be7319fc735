package io.clipforge.api.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Map;

/** The answers of a tenant's idempotency keys. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StoredResponses extends GenericRepository<KeyState, String> {

    /**
     * The answer, if one is kept, and whether this transaction is alone with the key until it ends.
     * An answer that was kept between the look and the lock is not seen here; {@link #keep} sees
     * it.
     */
    @Query(
            """
            select pg_try_advisory_xact_lock(
                       hashtextextended(concat_ws(' ', current_org(), current_environment(), asked.key), 0)) as alone,
                   asked.key, kept.fingerprint, kept.status, kept.headers, kept.body
              from (values (:key)) as asked (key)
              left join idempotency_keys as kept on kept.key = asked.key and kept.expires_at > now()
            """)
    KeyState lock(String key);

    /** How many were kept: none, where another transaction has kept one meanwhile. */
    @Query(
            """
            insert into idempotency_keys (key, fingerprint, status, headers, body, expires_at)
            values (:key, :fingerprint, :status, :headers::jsonb, :body, now() + interval '30 days')
            on conflict (org_id, environment, key) do update
               set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                   body = excluded.body, created_at = now(), expires_at = excluded.expires_at
             where idempotency_keys.expires_at <= now()
            """)
    int keep(
            String key,
            String fingerprint,
            int status,
            @TypeDef(type = DataType.JSON) Map<String, String> headers,
            String body);

    /** Some of those that are past their time. */
    @Query(
            """
            delete from idempotency_keys
             where (org_id, environment, key) in (
                   select org_id, environment, key from idempotency_keys
                    where expires_at <= now()
                    limit :limit)
               and expires_at <= now()
            """)
    int forgetExpired(int limit);
}
