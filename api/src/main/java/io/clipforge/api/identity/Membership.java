package io.clipforge.api.identity;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** Where a person is a member. */
@Introspected
public record Membership(UUID id, UUID orgId) {}
