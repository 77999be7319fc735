package io.clipforge.api.problems;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedHeaderRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers what Micronaut itself refuses. Its own texts name Java classes and parser settings, so
 * none of them is passed on.
 */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class FrameworkProblems implements ErrorResponseProcessor<ProblemDocument> {
    /** SQL states: of text, and of JSON. */
    private static final Set<String> NUL = Set.of("22021", "22P05");

    /** As a JSON Pointer. */
    private static final String WHOLE_BODY = "";

    @Override
    public MutableHttpResponse<ProblemDocument> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        return ProblemDocument.write(
                problem(context, response.code()), context.getRequest(), response);
    }

    private static ApiProblem problem(ErrorContext context, int status) {
        var violations = violations(context);
        if (!violations.isEmpty()) {
            return Violations.problem(violations);
        }
        if (holdsNul(context)) {
            return ApiProblem.invalid(
                    WHOLE_BODY, "nul_character", "Text must not contain the character U+0000.");
        }
        if (lacksIdempotencyKey(context)) {
            return ApiProblem.of(
                    ProblemType.IDEMPOTENCY_KEY_REQUIRED,
                    "Send an Idempotency-Key, such as a UUID, and keep it when you repeat the request.");
        }
        var type =
                switch (status) {
                    case 401 -> ProblemType.UNAUTHENTICATED;
                    case 403 -> ProblemType.FORBIDDEN;
                    case 404 -> ProblemType.NOT_FOUND;
                    case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemType.NOT_ACCEPTABLE;
                    case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
                    case 415 -> ProblemType.UNSUPPORTED_CONTENT_TYPE;
                    case 429 -> ProblemType.QUOTA_EXCEEDED;
                    case 503 -> ProblemType.SERVICE_UNAVAILABLE;
                    default ->
                            status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL_ERROR;
                };
        return ApiProblem.of(type, detail(type, status));
    }

    /** JSON and addresses may hold a character that PostgreSQL cannot store. */
    private static boolean holdsNul(ErrorContext context) {
        for (Throwable it = context.getRootCause().orElse(null); it != null; it = it.getCause()) {
            if (it instanceof SQLException e && NUL.contains(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean lacksIdempotencyKey(ErrorContext context) {
        return context.getRootCause()
                .filter(UnsatisfiedHeaderRouteException.class::isInstance)
                .map(it -> ((UnsatisfiedHeaderRouteException) it).getHeaderName())
                .filter("Idempotency-Key"::equals)
                .isPresent();
    }

    private static List<Violations.Violation> violations(ErrorContext context) {
        return context.getRootCause()
                .filter(ConstraintViolationException.class::isInstance)
                .map(ConstraintViolationException.class::cast)
                .map(Violations::of)
                .orElse(List.of());
    }

    private static String detail(ProblemType type, int status) {
        return switch (type) {
            case UNAUTHENTICATED ->
                    "Send a valid API key or access token in the header Authorization: Bearer ….";
            case FORBIDDEN -> "The caller has not the scope that the operation needs.";
            case NOT_FOUND -> "There is nothing at this address.";
            case PAYLOAD_TOO_LARGE -> "The body is larger than this operation takes.";
            case INTERNAL_ERROR ->
                    "The request failed on our side; quote the request id when you ask us.";
            default ->
                    Optional.ofNullable(HttpStatus.getDefaultReason(status))
                            .map(it -> "The request cannot be read: " + it + ".")
                            .orElse("The request cannot be read.");
        };
    }
}
