package io.clipforge.sdk.errors;

import io.clipforge.sdk.model.FieldError;
import io.clipforge.sdk.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server answered with a problem (RFC 9457). Branch on {@link #code()}, or catch the subclass
 * of a status; a status without a subclass of its own arrives as this class. Quote {@link
 * #requestId()} when you ask for help.
 */
public sealed class ApiException extends ClipForgeException
        permits BadRequestException,
                UnauthenticatedException,
                PaymentRequiredException,
                ForbiddenException,
                NotFoundException,
                ConflictException,
                PreconditionFailedException,
                UnprocessableException,
                RateLimitedException,
                ServerException {
    private final Refusal refusal;

    ApiException(Refusal refusal) {
        super(refusal.text(), null);
        this.refusal = refusal;
    }

    /** The exception that belongs to a refusal's status. */
    public static ApiException of(Refusal refusal) {
        return switch (refusal.status()) {
            case 400 -> new BadRequestException(refusal);
            case 401 -> new UnauthenticatedException(refusal);
            case 402 -> new PaymentRequiredException(refusal);
            case 403 -> new ForbiddenException(refusal);
            case 404 -> new NotFoundException(refusal);
            case 409 -> new ConflictException(refusal);
            case 412 -> new PreconditionFailedException(refusal);
            case 422 -> new UnprocessableException(refusal);
            case 429 -> new RateLimitedException(refusal);
            default ->
                    refusal.status() >= 500
                            ? new ServerException(refusal)
                            : new ApiException(refusal);
        };
    }

    /** The HTTP status. */
    public int status() {
        return refusal.status();
    }

    /**
     * The stable name of the problem, such as {@code not_found}; new ones may appear at any time.
     */
    public String code() {
        return refusal.problem().getCode();
    }

    /** What happened this time, for people; empty when the server did not say. */
    public Optional<String> detail() {
        return Optional.ofNullable(refusal.problem().getDetail());
    }

    /**
     * The id of the failed request in our logs; empty when the answer did not come from ClipForge.
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(refusal.problem().getRequestId());
    }

    /** The values that were not acceptable, each with a JSON Pointer. */
    public List<FieldError> fieldErrors() {
        List<FieldError> errors = refusal.problem().getErrors();
        return errors == null ? List.of() : List.copyOf(errors);
    }

    /** How long the server asked to wait before the next attempt. */
    public Optional<Duration> retryAfter() {
        return refusal.retryAfter();
    }

    /**
     * Whether the server asked for another attempt, or asked for none; empty when it said neither.
     */
    public Optional<Boolean> shouldRetry() {
        return refusal.shouldRetry();
    }

    /** Everything the server said about it. */
    public Problem problem() {
        return refusal.problem();
    }
}
