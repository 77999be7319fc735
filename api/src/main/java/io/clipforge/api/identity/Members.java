package io.clipforge.api.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The members of an organization; and where a person is one, before the organization is chosen. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Members extends GenericRepository<Member, UUID> {
    String COLUMNS =
            """
            select members.id, user_id, email, name, role, version, members.created_at, members.updated_at
              from members join users on users.id = members.user_id
            """;

    @Query("select set_config('app.user_id', :person, true)")
    String actAs(String person);

    /** After {@link #actAs}, in the same transaction. */
    @Query("select id, org_id from members where user_id = :userId order by id")
    List<Membership> of(UUID userId);

    /** Nothing for who is one already. */
    @Query(
            """
            insert into members (user_id, role) values (:userId, :role)
            on conflict do nothing
            returning id
            """)
    List<UUID> add(UUID userId, String role);

    @Query(COLUMNS + " where members.id = :id")
    Optional<Member> find(UUID id);

    @Query(COLUMNS + " where members.id = :id for update of members")
    Optional<Member> hold(UUID id);

    /** One change at a time can take away an owner. */
    @Query("select id from members where role = 'owner' order by id for update")
    List<UUID> holdOwners();

    @Query(
            COLUMNS
                    + """
                     where members.id < :before
                     order by members.id desc
                     limit :limit
                    """)
    List<Member> list(UUID before, int limit);

    @Query(
            """
            select exists (
                select from members join users on users.id = members.user_id where email = :email)
            """)
    boolean has(String email);

    @Query(
            """
            update members set role = :role, version = version + 1, updated_at = now()
             where id = :id
            """)
    int changeRole(UUID id, String role);

    @Query("delete from members where id = :id")
    int remove(UUID id);
}
