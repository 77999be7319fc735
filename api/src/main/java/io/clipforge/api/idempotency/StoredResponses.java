package io.clipforge.api.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Map;
import java.util.Optional;

/** The answers of a tenant's idempotency keys. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StoredResponses extends GenericRepository<StoredResponse, String> {

    /** Whether this transaction is alone with the key until it ends. */
    @Query(
            """
            select pg_try_advisory_xact_lock(
                hashtextextended(concat_ws(' ', current_org(), current_environment(), :key), 0))
            """)
    boolean lock(String key);

    @Query("select * from idempotency_keys where key = :key and expires_at > now()")
    Optional<StoredResponse> find(String key);

    @Query(
            """
            insert into idempotency_keys (key, fingerprint, status, headers, body, expires_at)
            values (:key, :fingerprint, :status, :headers::jsonb, :body, now() + interval '30 days')
            on conflict (org_id, environment, key) do update
               set fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                   body = excluded.body, created_at = now(), expires_at = excluded.expires_at
            """)
    void keep(
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
