package io.clipforge.local;

import io.clipforge.api.apikeys.ApiKeyService;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.errors.UnauthenticatedException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** The one organization of this machine and its keys. */
record Account(StateFolder state, EmbeddedServer api) {
    private static final String ORGANIZATION = "organization";
    private static final String NAME = "This machine";

    String key(Environment environment) throws IOException {
        var setting = "api-key." + environment.text();
        var known = state.recall(setting).filter(this::accepted);
        if (known.isPresent()) {
            return known.get();
        }
        var key = mint(environment);
        state.remember(setting, key);
        return key;
    }

    private String mint(Environment environment) throws IOException {
        var organization = state.recall(ORGANIZATION).map(UUID::fromString);
        if (organization.isEmpty()) {
            organization = Optional.of(UUID.randomUUID());
            state.remember(ORGANIZATION, organization.get().toString());
        }
        api.getApplicationContext()
                .getBean(OrganizationService.class)
                .found(organization.get(), NAME);
        return api.getApplicationContext()
                .getBean(ApiKeyService.class)
                .issue(new Tenant(organization.get(), environment), NAME);
    }

    private boolean accepted(String key) {
        try {
            ClipForge.builder()
                    .baseUrl(api.getURI().toString())
                    .apiKey(key)
                    .build()
                    .organization()
                    .get();
            return true;
        } catch (UnauthenticatedException e) {
            return false;
        }
    }
}
