package io.clipforge.api.tenancy;

import io.micronaut.aop.Around;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One transaction in the role of the relay: it sees the jobs and deliveries of every tenant, so
 * that they can be put on the wire, and nothing else. Never reachable from a request.
 */
@Around
@Transactional
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RelayTransactional {}
