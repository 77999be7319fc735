package io.clipforge.jobs.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Trial;
import java.io.IOException;

/**
 * How the contract looks as JSON: messages, reports and the documents in the object store.
 *
 * <p>Unknown fields are ignored, so that an older reader understands a newer writer. A field that
 * is not {@code @Nullable} must be there. Absent values are left out; choices carry a {@code type}.
 */
public final class JobJson {
    private static final JsonInclude.Value ONLY_PRESENT =
            JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS);

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultPropertyInclusion(ONLY_PRESENT)
                    .annotationIntrospector(new RequiredUnlessNullable())
                    .addMixIn(JobReport.class, ReportType.class)
                    .addMixIn(JobOutcome.class, OutcomeType.class)
                    .addMixIn(JobResult.class, ResultType.class)
                    .addMixIn(JobSpec.Source.class, SourceType.class)
                    .addMixIn(Trial.class, TrialType.class)
                    .build();

    private JobJson() {}

    /**
     * @throws IOException when it is not JSON, a field is missing, or a value is refused by its
     *     record
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        T value = MAPPER.readValue(json, type);
        if (value == null) {
            throw new IOException("null instead of " + type.getSimpleName());
        }
        return value;
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName(), e);
        }
    }

    /** The fields of both in one object. */
    static byte[] write(Object value, Object more) {
        ObjectNode all = MAPPER.valueToTree(value);
        all.setAll((ObjectNode) MAPPER.valueToTree(more));
        return write(all);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = JobReport.Started.class, name = "started"),
        @JsonSubTypes.Type(value = JobReport.Progressed.class, name = "progressed"),
        @JsonSubTypes.Type(value = JobReport.Ended.class, name = "ended")
    })
    private interface ReportType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = JobOutcome.Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = JobOutcome.RetryLater.class, name = "retry_later"),
        @JsonSubTypes.Type(value = JobOutcome.HandedBack.class, name = "handed_back"),
        @JsonSubTypes.Type(value = JobOutcome.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = JobOutcome.Cancelled.class, name = "cancelled")
    })
    private interface OutcomeType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = JobResult.Ingested.class, name = "ingested"),
        @JsonSubTypes.Type(value = JobResult.Transcribed.class, name = "transcribed"),
        @JsonSubTypes.Type(value = JobResult.Analyzed.class, name = "analyzed"),
        @JsonSubTypes.Type(value = JobResult.Ranked.class, name = "ranked"),
        @JsonSubTypes.Type(value = JobResult.Rendered.class, name = "rendered")
    })
    private interface ResultType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = JobSpec.Source.Stored.class, name = "stored"),
        @JsonSubTypes.Type(value = JobSpec.Source.Url.class, name = "url"),
        @JsonSubTypes.Type(value = JobSpec.Source.Sample.class, name = "sample")
    })
    private interface SourceType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Trial.Fail.class, name = "fail"),
        @JsonSubTypes.Type(value = Trial.Stumble.class, name = "stumble"),
        @JsonSubTypes.Type(value = Trial.Wait.class, name = "wait")
    })
    private interface TrialType {}
}
