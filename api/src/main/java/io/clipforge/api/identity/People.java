package io.clipforge.api.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one person whose e-mail was named before, in the same transaction. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface People extends GenericRepository<Person, UUID> {

    @Query("select set_config('app.sign_in_email', :email, true)")
    String actAs(String email);

    @Query("select id, email, name from users where email = :email")
    Optional<Person> find(String email);

    /** Nothing when the e-mail is known already. */
    @Query(
            """
            insert into users (email, name) values (:email, :name)
            on conflict do nothing
            returning id, email, name
            """)
    List<Person> add(String email, String name);

    @Query("select hash from user_passwords where user_id = :userId")
    Optional<String> passwordHash(UUID userId);

    @Query(
            """
            insert into user_passwords (user_id, hash) values (:userId, :hash)
            on conflict (user_id) do update set hash = excluded.hash, changed_at = now()
            """)
    void setPasswordHash(UUID userId, String hash);
}
