package io.clipforge.local.bench.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How fast jobs went.
 *
 * @param jobsPerSecond from the first start to the last end
 * @param cpuSecondsPer1000 processor time of everyone who took part
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Flow(double jobsPerSecond, double cpuSecondsPer1000) {}
