package io.clipforge.api.tenancy;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import org.jspecify.annotations.Nullable;

/** Runs inside the transaction that has just begun. */
@InterceptorBean(RelayTransactional.class)
final class RelayInterceptor implements MethodInterceptor<Object, Object> {
    private final TransactionReach reach;

    RelayInterceptor(TransactionReach reach) {
        this.reach = reach;
    }

    @Override
    public int getOrder() {
        return InterceptPhase.TRANSACTION.getPosition() + 10;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        reach.becomeRelay();
        return context.proceed();
    }
}
