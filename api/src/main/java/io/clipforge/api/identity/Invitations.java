package io.clipforge.api.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations of an organization; the one whose token is shown is seen before that is known. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Invitations extends GenericRepository<Invitation, UUID> {

    @Query("select set_config('app.invitation_hash', :hexHash, true)")
    String show(String hexHash);

    /** After {@link #show}, in the same transaction; only one that can be accepted. */
    @Query(
            """
            select * from invitations
             where hash = decode(:hexHash, 'hex')
               and accepted_at is null and revoked_at is null and expires_at > now()
            """)
    Optional<Invitation> findShown(String hexHash);

    @Query(
            """
            insert into invitations (email, role, hash, expires_at)
            values (:email, :role, decode(:hexHash, 'hex'), now() + :lifeS * interval '1 second')
            returning *
            """)
    Invitation add(String email, String role, String hexHash, long lifeS);

    /** Once: of those who use it at the same time, one does. */
    @Query(
            """
            update invitations set accepted_at = now(), updated_at = now()
             where id = :id and accepted_at is null and revoked_at is null and expires_at > now()
            returning id
            """)
    List<UUID> use(UUID id);

    @Query(
            """
            update invitations set revoked_at = now(), updated_at = now()
             where email = :email and accepted_at is null and revoked_at is null
            """)
    int revokeOpen(String email);

    @Query(
            """
            update invitations set revoked_at = now(), updated_at = now()
             where id = :id and accepted_at is null and revoked_at is null
            """)
    int revoke(UUID id);

    @Query("select * from invitations where id = :id")
    Optional<Invitation> find(UUID id);

    @Query(
            """
            select * from invitations
             where id < :before
             order by id desc
             limit :limit
            """)
    List<Invitation> list(UUID before, int limit);
}
