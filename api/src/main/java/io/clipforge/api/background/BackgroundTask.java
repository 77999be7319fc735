package io.clipforge.api.background;

import java.time.Duration;

/** One step of a loop; several replicas run it at once. */
public interface BackgroundTask {
    String name();

    /** How long to rest after a step that found nothing to do. */
    Duration pause();

    /**
     * @return whether there may be more to do at once
     */
    boolean step() throws InterruptedException;
}
