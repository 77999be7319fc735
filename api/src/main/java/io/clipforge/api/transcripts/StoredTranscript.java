package io.clipforge.api.transcripts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A transcript as it is stored.
 *
 * @param words JSON
 * @param sentences JSON
 */
@MappedEntity("transcripts")
record StoredTranscript(
        @Id UUID assetId,
        String language,
        String engine,
        String words,
        String sentences,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
