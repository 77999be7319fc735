package io.clipforge.api.tenancy;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.UUID;

/** An organization in one of its environments: the reach of a transaction. */
public record Tenant(UUID orgId, Environment environment) {
    private static final String ORGANIZATION = "org_id";
    private static final String ENVIRONMENT = "environment";

    /** Rows of one are never seen from the other. */
    public enum Environment {
        LIVE,
        TEST;

        /** As the API and the database write it. */
        public String text() {
            return this == LIVE ? "live" : "test";
        }

        public static Environment of(String text) {
            return "live".equals(text) ? LIVE : TEST;
        }
    }

    /** What an authenticated caller carries so that {@link #of} finds its tenant again. */
    public Map<String, Object> attributes() {
        return Map.of(ORGANIZATION, orgId.toString(), ENVIRONMENT, environment.text());
    }

    static Tenant of(Authentication caller) {
        var attributes = caller.getAttributes();
        return new Tenant(
                UUID.fromString(String.valueOf(attributes.get(ORGANIZATION))),
                Environment.of(String.valueOf(attributes.get(ENVIRONMENT))));
    }
}
