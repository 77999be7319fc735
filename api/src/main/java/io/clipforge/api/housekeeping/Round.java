package io.clipforge.api.housekeeping;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes once through everything that is left over, some of it at a step. What cannot be cleared away
 * stops nothing else, and is told at the end; that the store is away ends the round at once.
 */
final class Round<T> implements Schedule.Work {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Following<T> following;
    private final Consumer<T> work;
    private T last;
    private int failed;
    private @Nullable RuntimeException firstFailure;

    /**
     * @param start sorts before everything
     */
    Round(T start, Following<T> following, Consumer<T> work) {
        this.last = start;
        this.following = following;
        this.work = work;
    }

    /** Finds the next few after one that was seen. */
    @FunctionalInterface
    interface Following<T> {
        List<T> after(T last);
    }

    @Override
    public boolean step() {
        var found = following.after(last);
        found.forEach(this::attempt);
        if (!found.isEmpty()) {
            last = found.getLast();
            return true;
        }
        if (firstFailure != null) {
            throw new IllegalStateException(
                    failed + " could not be cleared away, the first because of this", firstFailure);
        }
        return false;
    }

    private void attempt(T leftover) {
        try {
            work.accept(leftover);
        } catch (RuntimeException e) {
            if (e instanceof ApiProblem problem
                    && problem.type() == ProblemType.SERVICE_UNAVAILABLE) {
                throw e;
            }
            LOG.warn("{} could not be cleared away", leftover, e);
            failed++;
            firstFailure = firstFailure == null ? e : firstFailure;
        }
    }
}
