package io.clipforge.api.idempotency;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeated creating request as it was answered the first time.
 *
 * <p>The answer commits in the transaction of the effect, so there is either both or neither. A
 * success and a refusal that would come again are kept for 30 days; a failure of ours is not, and
 * the next request with the key tries again.
 */
@Singleton
public class Idempotency {
    private static final String REPLAYED = "Idempotent-Replayed";

    private final KeptAnswers answers;
    private final ObjectMapper json;

    Idempotency(KeptAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /**
     * @param key none, where the contract does not ask for one, and then the action runs each time
     * @param operation what is asked, such as {@code POST /v1/ingests}
     * @param request the body as it was understood
     * @param action runs in the transaction that keeps its answer
     */
    public <T> HttpResponse<T> once(
            @Nullable String key,
            String operation,
            Object request,
            Class<T> type,
            Supplier<HttpResponse<T>> action) {
        if (key == null) {
            return action.get();
        }
        var call = new Call(key, fingerprint(operation, request));
        try {
            var first = new AtomicReference<HttpResponse<T>>();
            var answer = answers.once(call, () -> keepable(action, first));
            return answer.replayed() ? replay(answer, type) : first.get();
        } catch (ApiProblem problem) {
            if (!lasting(problem)) {
                throw problem;
            }
            return replay(answers.keepRefusal(call, problem), type);
        }
    }

    /**
     * Forgets answers of the current tenant that are past their time.
     *
     * @param limit how many at most
     * @return how many it were
     */
    public int forgetExpired(int limit) {
        return answers.forgetExpired(limit);
    }

    /** Refusals about the key itself or about passing circumstances are not the key's answer. */
    private static boolean lasting(ApiProblem problem) {
        return problem.type() == ProblemType.VALIDATION_FAILED;
    }

    record Call(String key, String fingerprint) {}

    private <T> Answer keepable(
            Supplier<HttpResponse<T>> action, AtomicReference<HttpResponse<T>> first) {
        var response = action.get();
        first.set(response);
        return new Answer(
                response.code(),
                Answer.headers(response),
                new String(write(Objects.requireNonNull(response.body())), StandardCharsets.UTF_8),
                false);
    }

    private <T> HttpResponse<T> replay(Answer answer, Class<T> type) {
        if (answer.status() >= 400) {
            throw answer.refusal();
        }
        var response =
                HttpResponse.<T>status(HttpStatus.valueOf(answer.status()))
                        .body(read(answer.body(), type));
        answer.headers().forEach(response::header);
        if (answer.replayed()) {
            response.header(REPLAYED, "true");
        }
        return response;
    }

    private String fingerprint(String operation, Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(write(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(body, Argument.of(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
