package io.clipforge.jobs;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of work, each with the record that asks for it and the record that answers. */
public enum JobKind {
    INGEST("ingest.v1", JobSpec.Ingest.class, JobResult.Ingested.class),
    TRANSCRIBE("transcribe.v1", JobSpec.Transcribe.class, JobResult.Transcribed.class),
    ANALYZE("analyze.v1", JobSpec.Analyze.class, JobResult.Analyzed.class),
    RANK("rank.v1", JobSpec.Rank.class, JobResult.Ranked.class),
    RENDER("render.v1", JobSpec.Render.class, JobResult.Rendered.class);

    private final String wireName;
    private final Class<? extends JobSpec> spec;
    private final Class<? extends JobResult> result;

    JobKind(String wireName, Class<? extends JobSpec> spec, Class<? extends JobResult> result) {
        this.wireName = wireName;
        this.spec = spec;
        this.result = result;
    }

    /** The versioned name, such as {@code render.v1}. */
    public String wireName() {
        return wireName;
    }

    public Class<? extends JobSpec> spec() {
        return spec;
    }

    public Class<? extends JobResult> result() {
        return result;
    }

    /** Empty when this build does not know the name. */
    public static Optional<JobKind> find(String wireName) {
        return Arrays.stream(values()).filter(it -> it.wireName.equals(wireName)).findFirst();
    }

    static JobKind of(Class<? extends JobSpec> spec) {
        return Arrays.stream(values()).filter(it -> it.spec == spec).findFirst().orElseThrow();
    }
}
