package io.clipforge.local.bench.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How soon jobs started that came at an even pace.
 *
 * @param p50Ms from the call that makes the job to its start
 * @param cpuSecondsPer1000 processor time of everyone who took part
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Paced(double p50Ms, double p99Ms, double cpuSecondsPer1000) {}
