package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who does which kind of job here. */
@Singleton
final class JobHandlers {
    private final Map<JobKind, JobHandler<?>> handlers = new EnumMap<>(JobKind.class);

    JobHandlers(List<JobHandler<?>> all) {
        for (var handler : all) {
            var other = handlers.put(kind(handler.spec()), handler);
            if (other != null) {
                throw new IllegalStateException(
                        other.getClass() + " and " + handler.getClass() + " take the same kind");
            }
        }
    }

    /** What a job of each kind that has a handler takes. */
    Map<JobKind, Needs> needs() {
        var needs = new EnumMap<JobKind, Needs>(JobKind.class);
        handlers.forEach((kind, handler) -> needs.put(kind, handler.needs()));
        return needs;
    }

    /** Mebibytes that all of them hold, whether there are jobs or not. */
    int residentMib() {
        return handlers.values().stream().mapToInt(JobHandler::residentMib).sum();
    }

    static JobKind kind(JobSpec spec) {
        return kind(spec.getClass());
    }

    JobOutcome run(JobSpec spec, JobContext context) throws IOException, InterruptedException {
        var handler = handlers.get(kind(spec));
        if (handler == null) {
            throw new IllegalStateException("nobody here does " + spec.kind());
        }
        return run(handler, spec, context);
    }

    private static <S extends JobSpec> JobOutcome run(
            JobHandler<S> handler, JobSpec spec, JobContext context)
            throws IOException, InterruptedException {
        return handler.run(handler.spec().cast(spec), context);
    }

    private static JobKind kind(Class<? extends JobSpec> spec) {
        return Arrays.stream(JobKind.values())
                .filter(it -> it.spec() == spec)
                .findFirst()
                .orElseThrow();
    }
}
