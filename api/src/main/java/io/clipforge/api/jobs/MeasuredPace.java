package io.clipforge.api.jobs;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the shared paces. */
@MappedEntity("job_paces")
record MeasuredPace(@Id String kind, double msPerJob, double msPerWorkMs) {}
