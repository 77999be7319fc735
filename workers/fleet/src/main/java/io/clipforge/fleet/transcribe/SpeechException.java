package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.JobProblem;

/** No transcript can be made. */
public final class SpeechException extends Exception {
    private static final long serialVersionUID = 1L;

    private final JobProblem problem;
    private final String sentence;

    public SpeechException(JobProblem problem, String sentence) {
        super(sentence);
        this.problem = problem;
        this.sentence = sentence;
    }

    public JobProblem problem() {
        return problem;
    }

    /** Why, for the customer. */
    public String sentence() {
        return sentence;
    }
}
