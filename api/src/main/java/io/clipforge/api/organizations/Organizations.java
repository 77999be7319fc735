package io.clipforge.api.organizations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** The organization of the caller; row-level security hides every other. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Organizations extends GenericRepository<Organization, UUID> {
    @Query("select * from organizations")
    Organization own();

    @Query("select * from organizations where id = current_org() for update")
    Organization hold();

    @Query(
            """
            update organizations set name = :name, updated_at = now()
             where id = current_org()
            returning *
            """)
    Organization change(String name);

    @Query("insert into organizations (id, name) values (:id, :name) on conflict do nothing")
    int add(UUID id, String name);
}
