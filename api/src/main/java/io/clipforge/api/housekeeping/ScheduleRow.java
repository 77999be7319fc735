package io.clipforge.api.housekeeping;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * Where a schedule stands.
 *
 * @param due whether it is to be run now
 * @param succeededAt when it last went well or, before that, when it was first known
 * @param seenAt what the database's clock said
 */
@MappedEntity("schedules")
record ScheduleRow(@Id String name, boolean due, Instant succeededAt, Instant seenAt) {}
