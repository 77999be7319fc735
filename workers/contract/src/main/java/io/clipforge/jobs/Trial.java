package io.clipforge.jobs;

/**
 * What a job of the test environment does before its work, or instead of it, so that integrators
 * can see each way it may go. Only a {@link JobSpec.Source.Sample sample} carries one.
 */
public sealed interface Trial {
    /** Fails for good, without any work. */
    record Fail(JobProblem problem, String detail) implements Trial {}

    /** The first attempt asks for another one; every later attempt works as usual. */
    record Stumble(String reason) implements Trial {}

    /**
     * Waits, telling its progress, and works as usual then.
     *
     * @param seconds 1 to {@value #LONGEST}
     */
    record Wait(int seconds) implements Trial {
        public static final int LONGEST = 600;

        public Wait {
            if (seconds < 1 || seconds > LONGEST) {
                throw new IllegalArgumentException("a trial waits for 1 to 600 seconds");
            }
        }
    }
}
