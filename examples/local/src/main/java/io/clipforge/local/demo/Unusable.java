package io.clipforge.local.demo;

import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.errors.UnprocessableException;
import io.clipforge.sdk.model.Problem;
import java.util.Objects;

/** A file that cannot become clips; the message is one sentence for the person who gave it. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String reason) {
        super(reason);
    }

    static Unusable because(JobFailedException failure) {
        return new Unusable(
                failure.problem()
                        .map(Unusable::sentence)
                        .orElse("Its processing was " + failure.status() + "."));
    }

    static Unusable because(UnprocessableException refusal) {
        return new Unusable(sentence(refusal.problem()));
    }

    private static String sentence(Problem problem) {
        return Objects.requireNonNullElse(problem.getDetail(), problem.getTitle());
    }
}
