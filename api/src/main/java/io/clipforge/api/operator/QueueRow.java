package io.clipforge.api.operator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A kind that is held back. */
@MappedEntity("paused_kinds")
record QueueRow(@Id String kind) {}
