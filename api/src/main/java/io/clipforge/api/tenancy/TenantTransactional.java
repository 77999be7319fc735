package io.clipforge.api.tenancy;

import io.micronaut.aop.Around;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One transaction that sees the rows of the current {@link Tenant} only. */
@Around
@Transactional
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface TenantTransactional {}
