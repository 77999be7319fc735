package io.clipforge.api.trials;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobSpec.Source.Sample.Content;
import io.clipforge.jobs.Trial;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a magic input makes happen. Its path is its name: {@code FAILS_AT_RANK} is {@code
 * /fails-at-rank.mp4}. Whatever is not tried out here runs as it does for everyone.
 */
public enum Scenario {
    TALK,
    NO_SPEECH,
    SLOW,
    NO_AUDIO(Content.SILENT_FILM),
    NOT_A_VIDEO(Content.TEXT),
    DAMAGED(Content.CUT_OFF_FILM),
    UNREACHABLE(JobKind.INGEST, JobProblem.SOURCE_UNREACHABLE),
    FORBIDDEN(JobKind.INGEST, JobProblem.SOURCE_FORBIDDEN),
    FAILS_AT_INGEST(JobKind.INGEST, JobProblem.UNDECODABLE_MEDIA),
    FAILS_AT_TRANSCRIBE(JobKind.TRANSCRIBE, JobProblem.INTERNAL_ERROR),
    FAILS_AT_ANALYZE(JobKind.ANALYZE, JobProblem.UNDECODABLE_MEDIA),
    FAILS_AT_RANK(JobKind.RANK, JobProblem.INTERNAL_ERROR),
    FAILS_AT_RENDER(JobKind.RENDER, JobProblem.EXPORT_QUALITY_FAILED),
    RETRIES_AT_INGEST(JobKind.INGEST),
    RETRIES_AT_TRANSCRIBE(JobKind.TRANSCRIBE),
    RETRIES_AT_ANALYZE(JobKind.ANALYZE),
    RETRIES_AT_RANK(JobKind.RANK),
    RETRIES_AT_RENDER(JobKind.RENDER);

    private static final String FAILURE = "This is the failure that the test asked for.";
    private static final String STUMBLE = "this is the failed attempt that the test asked for";

    private final Content content;
    private final @Nullable JobKind stage;
    private final @Nullable JobProblem problem;

    /** Succeeds. */
    Scenario() {
        this(Content.FILM, null, null);
    }

    /** Ends as such a file ends. */
    Scenario(Content content) {
        this(content, null, null);
    }

    /** The first attempt of this stage fails. */
    Scenario(JobKind stage) {
        this(Content.FILM, stage, null);
    }

    /** This stage fails for good. */
    Scenario(JobKind stage, JobProblem problem) {
        this(Content.FILM, stage, problem);
    }

    Scenario(Content content, @Nullable JobKind stage, @Nullable JobProblem problem) {
        this.content = content;
        this.stage = stage;
        this.problem = problem;
    }

    public static Optional<Scenario> find(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }

    static Optional<Scenario> at(String path) {
        return Arrays.stream(values()).filter(it -> it.path().equals(path)).findFirst();
    }

    /** As it is stored. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it is on the reserved host: {@code /talk.mp4}. */
    public String path() {
        return "/" + text() + ".mp4";
    }

    /** What a job of this kind is to try out. */
    public @Nullable Trial trial(JobKind kind) {
        if (kind != stage) {
            return null;
        }
        return problem == null ? new Trial.Stumble(STUMBLE) : new Trial.Fail(problem, FAILURE);
    }

    Content content() {
        return content;
    }
}
