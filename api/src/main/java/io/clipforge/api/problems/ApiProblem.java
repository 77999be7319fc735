package io.clipforge.api.problems;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is refused for a reason the caller should know. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final transient List<String> violatedPolicies;
    private final transient @Nullable Duration retryAfter;

    private ApiProblem(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            List<String> violatedPolicies,
            @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.violatedPolicies = List.copyOf(violatedPolicies);
        this.retryAfter = retryAfter;
    }

    /**
     * @param pointer JSON Pointer into the request body
     */
    public record FieldError(String pointer, String code, String detail) {}

    public static ApiProblem of(ProblemType type, String detail) {
        return new ApiProblem(type, detail, List.of(), List.of(), null);
    }

    public static ApiProblem retryable(ProblemType type, String detail, Duration retryAfter) {
        return new ApiProblem(type, detail, List.of(), List.of(), retryAfter);
    }

    /**
     * @param policies names of the policies that are exhausted
     */
    public static ApiProblem quotaExceeded(
            String detail, List<String> policies, Duration retryAfter) {
        return new ApiProblem(ProblemType.QUOTA_EXCEEDED, detail, List.of(), policies, retryAfter);
    }

    public static ApiProblem notFound(String resource) {
        return of(ProblemType.NOT_FOUND, "There is no such " + resource + ".");
    }

    /** One wrong field of the body. */
    public static ApiProblem invalid(String pointer, String code, String detail) {
        return new ApiProblem(
                ProblemType.VALIDATION_FAILED,
                detail,
                List.of(new FieldError(pointer, code, detail)),
                List.of(),
                null);
    }

    /** Several wrong fields of the body. */
    public static ApiProblem invalid(List<FieldError> errors) {
        var first = errors.getFirst();
        return new ApiProblem(
                ProblemType.VALIDATION_FAILED,
                first.pointer() + ": " + first.detail(),
                errors,
                List.of(),
                null);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public List<String> violatedPolicies() {
        return violatedPolicies;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
