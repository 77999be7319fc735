package io.clipforge.api.dispatch;

import io.micronaut.core.annotation.Introspected;

/** A kind and a priority of which jobs wait to be released. */
@Introspected
record LaneRow(String kind, String priority) {}
