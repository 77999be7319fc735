package io.clipforge.api.signin;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** The row of a refresh token that somebody shows. */
@Introspected
record ShownToken(UUID orgId, UUID sessionId) {}
