package io.clipforge.api.jobs;

/** Published in the transaction that makes jobs ready for a worker. */
public record JobsQueued() {}
