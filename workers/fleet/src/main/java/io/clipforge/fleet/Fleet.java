package io.clipforge.fleet;

import io.clipforge.fleet.tracing.RunSpans;
import io.clipforge.jobs.JobQueue;
import io.clipforge.telemetry.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.runtime.Micronaut;
import java.io.IOException;
import java.util.List;

/** A worker process; or a fleet inside another program, with handlers of its own. */
public final class Fleet implements AutoCloseable {
    private final ObjectStore store;
    private final Workspaces workspaces;
    private final JobLoop loop;

    private Fleet(
            JobQueue queue,
            List<? extends JobHandler<?>> handlers,
            StorageSettings storage,
            FleetSettings settings,
            RunSpans spans)
            throws IOException {
        var all = new JobHandlers(List.copyOf(handlers));
        var capacity = new Capacity(all, settings);
        var metrics = new JobMetrics(new SimpleMeterRegistry(), capacity);
        workspaces = new Workspaces(settings);
        store = new ObjectStore(storage);
        var attempts = new Attempts(store, workspaces);
        var runs = new RunsInHand(queue, all, attempts, capacity, metrics, spans);
        loop = new JobLoop(queue, capacity, runs, metrics, settings);
    }

    public static void main(String[] args) {
        // libraries on one class path must not each bring a logback.xml
        System.getProperties().putIfAbsent("logback.configurationFile", "logback-fleet.xml");
        Micronaut.build(args)
                .mainClass(Fleet.class)
                .environments("fleet")
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }

    /**
     * Takes jobs at once, until it is closed. There is no web server and no injection: the queue
     * stays the caller's, and the object store is not spoken to before a job touches it.
     *
     * @throws IOException when no workspace can be made
     * @throws IllegalArgumentException when the settings name a kind that cannot be taken
     */
    public static Fleet start(
            JobQueue queue,
            List<? extends JobHandler<?>> handlers,
            StorageSettings storage,
            FleetSettings settings)
            throws IOException {
        var spans = new RunSpans(Spans.none());
        var fleet = new Fleet(queue, handlers, storage, settings, spans);
        fleet.loop.start();
        return fleet;
    }

    JobLoop loop() {
        return loop;
    }

    /** Claims nothing more, lets jobs in hand go on for the grace, and hands the rest back. */
    @Override
    public void close() throws IOException {
        try (workspaces;
                store) {
            loop.close();
        }
    }
}
