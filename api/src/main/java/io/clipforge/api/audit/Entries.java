package io.clipforge.api.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of an organization, which are added and read and nothing else. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Entries extends GenericRepository<Entry, UUID> {

    /** Takes the end of the chain, until the transaction ends, and adds a link: {@link Link}. */
    @Query(
            """
            with head as (
                 insert into audit_heads as head (sequence, previous_hash, hash)
                 values (1, '', encode(sha256(convert_to(chr(10) || '1' || chr(10) || :text, 'UTF8')), 'hex'))
                 on conflict (org_id) do update
                    set sequence = head.sequence + 1,
                        previous_hash = head.hash,
                        hash = encode(sha256(convert_to(
                               head.hash || chr(10) || (head.sequence + 1)::text || chr(10) || :text, 'UTF8')), 'hex')
                 returning sequence, previous_hash, hash)
            insert into audit_log
                   (sequence, id, created_at, actor, address, request_id, action, target,
                    before_digest, after_digest, previous_hash, hash)
            select sequence, :id, :createdAt, :actor, :address, :requestId, :action, :target,
                   :beforeDigest, :afterDigest, previous_hash, hash
              from head
            returning sequence
            """)
    List<Long> append(
            String text,
            UUID id,
            Instant createdAt,
            String actor,
            @Nullable String address,
            @Nullable String requestId,
            String action,
            String target,
            @Nullable String beforeDigest,
            @Nullable String afterDigest);

    default void append(Fact fact) {
        append(
                fact.text(),
                fact.id(),
                fact.createdAt(),
                fact.actor(),
                fact.address(),
                fact.requestId(),
                fact.action(),
                fact.target(),
                fact.beforeDigest(),
                fact.afterDigest());
    }

    /** Of the caller's environment, newest first. */
    @Query(
            """
            select * from audit_log
             where environment = current_environment()
               and (:before::bigint is null or sequence < :before)
               and (:actor::text is null or actor = :actor)
               and (:action::text is null or action = :action)
               and (:target::text is null or target = :target)
             order by sequence desc
             limit :limit
            """)
    List<Entry> list(
            @Nullable Long before,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String target,
            int limit);

    /** Of both environments, which share a chain. */
    @Query("select * from audit_log where sequence >= :from order by sequence limit :limit")
    List<Entry> chain(long from, int limit);

    @Query("select hash from audit_log where sequence = :sequence")
    Optional<String> hash(long sequence);

    @Query("select sequence, hash from audit_heads")
    Optional<Head> head();
}
