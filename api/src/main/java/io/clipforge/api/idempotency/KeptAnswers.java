package io.clipforge.api.idempotency;

import io.clipforge.api.idempotency.Idempotency.Call;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The transactions around a key. */
@Singleton
class KeptAnswers {
    private final StoredResponses stored;

    KeptAnswers(StoredResponses stored) {
        this.stored = stored;
    }

    /**
     * The kept answer, or the action's, which is kept in the same transaction. That is rolled back
     * when somebody has answered meanwhile.
     */
    @TenantTransactional
    Answer once(Call call, Supplier<Answer> action) {
        return find(call).orElseGet(() -> keep(call, action.get()));
    }

    /** In a transaction of its own: that of the refused action is rolled back. */
    @TenantTransactional
    Answer keepRefusal(Call call, ApiProblem problem) {
        return find(call).orElseGet(() -> keep(call, Answer.of(problem)));
    }

    @TenantTransactional
    int forgetExpired(int limit) {
        return stored.forgetExpired(limit);
    }

    private Optional<Answer> find(Call call) {
        var state = stored.lock(call.key());
        if (!state.alone()) {
            throw inUse();
        }
        if (!state.isAnswered()) {
            return Optional.empty();
        }
        if (!call.fingerprint().equals(state.fingerprint())) {
            throw ApiProblem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used with another request before.");
        }
        return Optional.of(state.answer());
    }

    private Answer keep(Call call, Answer answer) {
        int kept =
                stored.keep(
                        call.key(),
                        call.fingerprint(),
                        answer.status(),
                        answer.headers(),
                        answer.body());
        if (kept == 0) {
            throw inUse();
        }
        return answer;
    }

    private static ApiProblem inUse() {
        return ApiProblem.retryable(
                ProblemType.IDEMPOTENCY_KEY_IN_USE,
                "The first request with this Idempotency-Key has not been answered yet.",
                Duration.ofSeconds(1));
    }
}
