package io.clipforge.api.operator;

import io.micronaut.core.annotation.Introspected;

/** A number of one kind. */
@Introspected
record KindCount(String kind, int count) {}
