package io.clipforge.api.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a tenant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Events extends GenericRepository<Event, UUID> {

    @Query(
            """
            insert into events (type, resource_id, sequence, data, traceparent)
            values (:type, :resourceId,
                    (select coalesce(max(sequence), 0) + 1 from events where resource_id = :resourceId),
                    :data::jsonb, :traceparent)
            returning *
            """)
    Event add(String type, String resourceId, String data, @Nullable String traceparent);

    /** One delivery for each endpoint that listens. */
    @Query(
            """
            insert into deliveries (event_id, event_type, webhook_endpoint_id)
            select :eventId, :type, id from webhook_endpoints
             where status = 'enabled' and deleted_at is null and :type = any (event_types)
            """)
    int fanOut(UUID eventId, String type);

    @Query("select * from events where id = :id")
    Optional<Event> find(UUID id);

    @Query(
            """
            select * from events
             where id < :before
               and (:type::text is null or type = :type)
             order by id desc
             limit :limit
            """)
    List<Event> list(UUID before, @Nullable String type, int limit);
}
