package io.clipforge.api.organizations;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organizations. */
@Singleton
public class OrganizationService {
    private final Organizations organizations;
    private final AuditTrail audit;
    private final Tenants tenants;

    OrganizationService(Organizations organizations, AuditTrail audit, Tenants tenants) {
        this.organizations = organizations;
        this.audit = audit;
        this.tenants = tenants;
    }

    @TenantTransactional
    Organization own() {
        return organizations.own();
    }

    @TenantTransactional
    Organization update(@Nullable String name) {
        var before = organizations.hold();
        var after = organizations.change(name == null ? before.name() : name);
        audit.record(
                "updateOrganization",
                TypeId.ORGANIZATION.text(before.id()),
                before.resource(),
                after.resource());
        return after;
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
