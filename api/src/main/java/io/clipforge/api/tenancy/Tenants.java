package io.clipforge.api.tenancy;

import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Knows for whom the current thread works: the caller of the request, or whom a relay works for.
 */
@Singleton
public class Tenants {
    private static final ScopedValue<Tenant> ON_BEHALF = ScopedValue.newInstance();

    private final SecurityService security;

    Tenants(SecurityService security) {
        this.security = security;
    }

    public Tenant current() {
        if (ON_BEHALF.isBound()) {
            return ON_BEHALF.get();
        }
        return security.getAuthentication()
                .map(Tenant::of)
                .orElseThrow(() -> new IllegalStateException("this thread works for nobody"));
    }

    /** Works for a tenant outside of a request. */
    public <T> T call(Tenant tenant, Supplier<T> work) {
        return ScopedValue.where(ON_BEHALF, tenant).call(work::get);
    }

    /** Works for a tenant outside of a request. */
    public void run(Tenant tenant, Runnable work) {
        ScopedValue.where(ON_BEHALF, tenant).run(work);
    }
}
