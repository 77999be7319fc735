package io.clipforge.api.jobs;

import io.clipforge.api.tenancy.RelayTransactional;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Measured paces, shared between replicas, in the role of the relay. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PaceTable extends GenericRepository<MeasuredPace, String> {

    @RelayTransactional
    @Query("select kind, ms_per_job, ms_per_work_ms from job_paces")
    List<MeasuredPace> all();

    /** Old measurements fade: the mean is that of about the last hundred jobs. */
    @RelayTransactional
    @Query(
            """
            insert into job_paces (kind, ms_per_job, ms_per_work_ms, samples)
            values (:kind, :msPerJob, :msPerWorkMs, :jobs)
            on conflict (kind) do update
               set ms_per_job = job_paces.ms_per_job + (excluded.ms_per_job - job_paces.ms_per_job)
                       * least(1.0, excluded.samples::float8 / least(100, job_paces.samples + excluded.samples)),
                   ms_per_work_ms = job_paces.ms_per_work_ms + (excluded.ms_per_work_ms - job_paces.ms_per_work_ms)
                       * least(1.0, excluded.samples::float8 / least(100, job_paces.samples + excluded.samples)),
                   samples = job_paces.samples + excluded.samples, updated_at = now()
            """)
    void measured(String kind, double msPerJob, double msPerWorkMs, long jobs);
}
