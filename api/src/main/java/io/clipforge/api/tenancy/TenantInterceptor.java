package io.clipforge.api.tenancy;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Runs inside the transaction that has just begun, or that goes on. */
@InterceptorBean(TenantTransactional.class)
final class TenantInterceptor implements MethodInterceptor<Object, Object> {
    private static final ScopedValue<Reached> REACHED = ScopedValue.newInstance();

    private final TransactionReach reach;
    private final Tenants tenants;

    TenantInterceptor(TransactionReach reach, Tenants tenants) {
        this.reach = reach;
        this.tenants = tenants;
    }

    /** Whose rows the transaction of a connection sees now, as far as was said here. */
    private static final class Reached {
        final Connection connection;
        Tenant tenant;

        Reached(Connection connection, Tenant tenant) {
            this.connection = connection;
            this.tenant = tenant;
        }

        @SuppressWarnings("ReferenceEquality") // the very one that was told of the tenant
        boolean isOf(Connection other) {
            return connection == other;
        }
    }

    @Override
    public int getOrder() {
        return InterceptPhase.TRANSACTION.getPosition() + 10;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        var tenant = tenants.current();
        var connection = reach.connection();
        if (REACHED.isBound() && REACHED.get().isOf(connection)) {
            turnTo(tenant, REACHED.get());
            return context.proceed();
        }
        reach.narrowTo(tenant);
        return ScopedValue.where(REACHED, new Reached(connection, tenant)).call(context::proceed);
    }

    /** PostgreSQL need not be told again of the tenant it was told of last. */
    private void turnTo(Tenant tenant, Reached reached) {
        if (!reached.tenant.equals(tenant)) {
            reach.narrowTo(tenant);
            reached.tenant = tenant;
        }
    }
}
