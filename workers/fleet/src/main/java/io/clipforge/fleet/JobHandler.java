package io.clipforge.fleet;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobSpec;
import java.io.IOException;

/**
 * Does the jobs of one kind. A handler is a bean; it is called by several threads at once.
 *
 * <p>Cancelling interrupts the thread: a handler lets {@link InterruptedException} pass and leaves
 * no process behind.
 */
public interface JobHandler<S extends JobSpec> {
    /** The record this handler takes; it names the kind. */
    Class<S> spec();

    /**
     * What each job takes; always the same. A fleet that does not have it leaves the kind alone.
     */
    default Needs needs() {
        return Needs.oneSlot(0);
    }

    /** Mebibytes that it holds as long as the fleet lives, whatever it does; always the same. */
    default int residentMib() {
        return 0;
    }

    /**
     * @throws IOException when the object store or the disk failed: worth another attempt
     */
    JobOutcome run(S spec, JobContext context) throws IOException, InterruptedException;
}
