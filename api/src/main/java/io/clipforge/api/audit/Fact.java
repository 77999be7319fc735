package io.clipforge.api.audit;

import io.clipforge.api.ids.TypeId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an entry says, but for its place in the chain.
 *
 * @param createdAt to the microsecond, as PostgreSQL keeps it
 * @param requestId absent for what no request asked for, like the address
 * @param beforeDigest absent when the target was not there before
 * @param afterDigest absent when it is not there any more
 */
record Fact(
        UUID id,
        UUID orgId,
        String environment,
        Instant createdAt,
        String actor,
        @Nullable String address,
        @Nullable String requestId,
        String action,
        String target,
        @Nullable String beforeDigest,
        @Nullable String afterDigest) {

    Fact {
        for (var field :
                Stream.of(environment, actor, address, requestId, action, target)
                        .filter(Objects::nonNull)
                        .toList()) {
            if (field.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a field of an entry is one line");
            }
        }
    }

    /** As it is hashed: a line for each field, an empty one for what is absent. */
    String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt);
        return String.join(
                "\n",
                List.of(
                        TypeId.AUDIT_ENTRY.text(id),
                        TypeId.ORGANIZATION.text(orgId),
                        environment,
                        Long.toString(micros),
                        actor,
                        line(address),
                        line(requestId),
                        action,
                        target,
                        line(beforeDigest),
                        line(afterDigest)));
    }

    private static String line(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }
}
