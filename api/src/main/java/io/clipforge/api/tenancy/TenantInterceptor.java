package io.clipforge.api.tenancy;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import org.jspecify.annotations.Nullable;

/** Runs inside the transaction that has just begun. */
@InterceptorBean(TenantTransactional.class)
final class TenantInterceptor implements MethodInterceptor<Object, Object> {
    private final TransactionReach reach;
    private final Tenants tenants;

    TenantInterceptor(TransactionReach reach, Tenants tenants) {
        this.reach = reach;
        this.tenants = tenants;
    }

    @Override
    public int getOrder() {
        return InterceptPhase.TRANSACTION.getPosition() + 10;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        reach.narrowTo(tenants.current());
        return context.proceed();
    }
}
