package io.clipforge.api.jobs;

import io.micronaut.core.annotation.Introspected;

/**
 * How busy the fleets are in one lane.
 *
 * @param running jobs of the kind that run now
 * @param share which part of the lane is the organization's while everyone waits: 0 to 1
 */
@Introspected
record Crowd(int running, double share) {}
