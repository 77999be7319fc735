package io.clipforge.api.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions of an organization and their refresh tokens. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Sessions extends GenericRepository<StoredSession, UUID> {

    @Query("select set_config('app.refresh_hash', :hexHash, true)")
    String show(String hexHash);

    /** After {@link #show}, in the same transaction: whatever has become of the token. */
    @Query("select org_id, session_id from refresh_tokens where hash = decode(:hexHash, 'hex')")
    Optional<ShownToken> findShown(String hexHash);

    @Query(
            """
            insert into sessions (member_id, environment, expires_at)
            values (:memberId, :environment, now() + :lifeS * interval '1 second')
            returning *
            """)
    StoredSession add(UUID memberId, String environment, long lifeS);

    /** Those of a member that have been over for long. */
    @Query(
            """
            delete from sessions
             where member_id = :memberId and least(expires_at, ended_at) < now() - interval '7 days'
            """)
    int forgetOld(UUID memberId);

    @Query(
            """
            insert into refresh_tokens (hash, session_id, expires_at)
            select decode(:hexHash, 'hex'), id, least(expires_at, now() + :lifeS * interval '1 second')
              from sessions where id = :sessionId
            """)
    void addToken(String hexHash, UUID sessionId, long lifeS);

    /**
     * Uses a refresh token up and adds the next one; of those who send it at the same time, one
     * gets the session.
     */
    @Query(
            """
            with used as (
                 update refresh_tokens set used_at = now()
                  where hash = decode(:hexHash, 'hex') and used_at is null and expires_at > now()
                 returning session_id),
                 live as (
                 select sessions.* from sessions join used on used.session_id = sessions.id
                  where ended_at is null and expires_at > now()),
                 next as (
                 insert into refresh_tokens (hash, session_id, expires_at)
                 select decode(:nextHexHash, 'hex'), id,
                        least(expires_at, now() + :lifeS * interval '1 second')
                   from live)
            select * from live
            """)
    List<StoredSession> rotate(String hexHash, String nextHexHash, long lifeS);

    /** Who comes with a used token has a copy, or the one who used it had: all are refused. */
    @Query(
            """
            update sessions set ended_at = now(), ended_by = 'token_reused'
              from refresh_tokens as token
             where token.hash = decode(:hexHash, 'hex') and token.used_at is not null
               and sessions.id = token.session_id and sessions.ended_at is null
            returning sessions.id
            """)
    List<UUID> endIfReused(String hexHash);

    @Query(
            """
            update sessions set ended_at = now(), ended_by = 'signed_out'
             where id = :id and ended_at is null
            """)
    int end(UUID id);

    /** The member's role, while both the member and the session are there. */
    @Query(
            """
            select role from members join sessions on sessions.member_id = members.id
             where sessions.id = :id and members.id = :memberId
               and ended_at is null and expires_at > now()
            """)
    Optional<String> role(UUID id, UUID memberId);
}
