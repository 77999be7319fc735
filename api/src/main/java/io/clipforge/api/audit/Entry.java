package io.clipforge.api.audit;

import io.clipforge.api.generated.model.AuditEntry;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it is stored. */
@MappedEntity("audit_log")
record Entry(
        UUID orgId,
        long sequence,
        @Id UUID id,
        String environment,
        Instant createdAt,
        String actor,
        @Nullable String address,
        @Nullable String requestId,
        String action,
        String target,
        @Nullable String beforeDigest,
        @Nullable String afterDigest,
        String previousHash,
        String hash) {

    /** What its hash must be if nobody has changed it. */
    String expectedHash() {
        return Digests.of(Link.text(previousHash, sequence, fact().text()));
    }

    /** For pages: entries are ordered by their number. */
    UUID position() {
        return new UUID(0, sequence);
    }

    AuditEntry resource() {
        return new AuditEntry(
                        TypeId.AUDIT_ENTRY.text(id),
                        sequence,
                        actor,
                        action,
                        target,
                        previousHash,
                        hash,
                        Environment.fromValue(environment),
                        Times.utc(createdAt))
                .address(address)
                .requestId(requestId)
                .beforeDigest(beforeDigest)
                .afterDigest(afterDigest);
    }

    private Fact fact() {
        return new Fact(
                id,
                orgId,
                environment,
                createdAt,
                actor,
                address,
                requestId,
                action,
                target,
                beforeDigest,
                afterDigest);
    }
}
