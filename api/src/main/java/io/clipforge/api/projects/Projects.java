package io.clipforge.api.projects;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The projects of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Projects extends GenericRepository<Project, UUID> {

    @Query("insert into projects (name, metadata) values (:name, :metadata::jsonb) returning *")
    Project add(String name, @TypeDef(type = DataType.JSON) Map<String, String> metadata);

    @Query("select * from projects where id = :id and deleted_at is null")
    Optional<Project> find(UUID id);

    @Query("select * from projects where id = :id and deleted_at is null for update")
    Optional<Project> hold(UUID id);

    @Query(
            """
            select * from projects
             where deleted_at is null and id < :before
             order by id desc
             limit :limit
            """)
    List<Project> list(UUID before, int limit);

    @Query("select exists (select from assets where project_id = :id and deleted_at is null)")
    boolean holdsAssets(UUID id);

    @Query(
            """
            update projects
               set name = :name, metadata = :metadata::jsonb, version = version + 1, updated_at = now()
             where id = :id
            returning *
            """)
    Project change(
            UUID id, String name, @TypeDef(type = DataType.JSON) Map<String, String> metadata);

    @Query(
            "update projects set deleted_at = now(), updated_at = now() where id = :id and deleted_at is null")
    int delete(UUID id);
}
