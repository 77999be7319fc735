package io.clipforge.api.jobs;

/** What has just been made, and the job that works on it. */
public record WithJob<T>(T made, Job job) {}
