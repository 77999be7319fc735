package io.clipforge.api.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys of the platform. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SigningKeys extends GenericRepository<SigningKey, UUID> {

    /** Until the transaction ends, nobody else makes a key. */
    @Query("select pg_advisory_xact_lock(hashtextextended('signing_keys', 0))::text")
    String lock();

    @Query(
            """
            select id, public_key::text, private_key, signs_from, created_at
              from signing_keys order by signs_from
            """)
    List<SigningKey> all();

    @Query(
            """
            insert into signing_keys (id, public_key, private_key, signs_from, created_at)
            values (:id, :publicKey::jsonb, :privateKey, :signsFrom, :createdAt)
            """)
    void add(UUID id, String publicKey, String privateKey, Instant signsFrom, Instant createdAt);

    /** Under which master key a text is sealed is its third part. */
    @Query(
            """
            select id from signing_keys
             where id > :last and split_part(private_key, '.', 3) <> :masterKey
             order by id
             limit :limit
            """)
    List<UUID> stale(UUID last, String masterKey, int limit);

    @Query(
            """
            select id, public_key::text, private_key, signs_from, created_at
              from signing_keys where id = :id for update
            """)
    Optional<SigningKey> hold(UUID id);

    @Query("update signing_keys set private_key = :sealed where id = :id")
    int seal(UUID id, String sealed);

    @Query("delete from signing_keys where id = :id")
    int remove(UUID id);
}
