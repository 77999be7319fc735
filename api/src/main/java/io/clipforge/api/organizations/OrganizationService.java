package io.clipforge.api.organizations;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Organizations. */
@Singleton
public class OrganizationService {
    private final Organizations organizations;
    private final Tenants tenants;

    OrganizationService(Organizations organizations, Tenants tenants) {
        this.organizations = organizations;
        this.tenants = tenants;
    }

    @TenantTransactional
    Organization own() {
        return organizations.own();
    }

    /** Founds an organization under a chosen id, unless it stands already. */
    public Tenant found(UUID id, String name) {
        var tenant = new Tenant(id, Environment.LIVE);
        tenants.run(tenant, () -> add(id, name));
        return tenant;
    }

    @TenantTransactional
    void add(UUID id, String name) {
        organizations.add(id, name);
    }
}
