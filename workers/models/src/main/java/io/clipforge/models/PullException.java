package io.clipforge.models;

/** A model did not come. */
public final class PullException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient PullProblem problem;

    PullException(PullProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public PullProblem problem() {
        return problem;
    }
}
