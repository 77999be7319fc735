package io.clipforge.api.usage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** One entry; it is never changed. */
@MappedEntity("usage_entries")
record UsageEntry(@Id UUID id, String meter, long quantity, UUID jobId, UUID runId) {}
