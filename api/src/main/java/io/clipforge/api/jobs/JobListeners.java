package io.clipforge.api.jobs;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;

/** Finds who asked for a job. */
@Singleton
class JobListeners {
    private final BeanProvider<JobListener> listeners;

    JobListeners(BeanProvider<JobListener> listeners) {
        this.listeners = listeners;
    }

    JobListener of(Job job) {
        return listeners.stream()
                .filter(it -> it.asksFor(job))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody asked for " + job.kind()));
    }
}
