package io.clipforge.api.problems;

import io.micronaut.http.HttpStatus;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The problem types this program answers with; the {@link ProblemRegistry} says what they mean. */
public enum ProblemType {
    INVALID_REQUEST,
    VALIDATION_FAILED,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    UNSUPPORTED_CONTENT_TYPE,
    CONFLICT,
    PRECONDITION_FAILED,
    IDEMPOTENCY_KEY_REQUIRED,
    IDEMPOTENCY_KEY_IN_USE,
    IDEMPOTENCY_KEY_REUSED,
    QUOTA_EXCEEDED,
    PAYLOAD_TOO_LARGE,
    UNSUPPORTED_MEDIA,
    UNDECODABLE_MEDIA,
    NO_AUDIO,
    SOURCE_UNREACHABLE,
    SOURCE_FORBIDDEN,
    UPLOAD_INCOMPLETE,
    JOB_NOT_CANCELLABLE,
    JOB_NOT_REDRIVABLE,
    EXPORT_QUALITY_FAILED,
    SPENDING_CAP_REACHED,
    SERVICE_UNAVAILABLE,
    INTERNAL_ERROR;

    public HttpStatus status() {
        return HttpStatus.valueOf(ProblemRegistry.get(code()).status());
    }

    public String title() {
        return ProblemRegistry.get(code()).title();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page that explains it. */
    public URI page() {
        return URI.create(ProblemRegistry.base() + code());
    }

    public static Optional<ProblemType> find(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
