package io.clipforge.api.background;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every task on a thread of its own until the server stops. A failed step is tried again. */
@Singleton
final class BackgroundLoops implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoops.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final List<BackgroundTask> tasks;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    BackgroundLoops(List<BackgroundTask> tasks, List<BackgroundTasks> groups) {
        this.tasks =
                Stream.concat(tasks.stream(), groups.stream().flatMap(it -> it.all().stream()))
                        .toList();
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        for (var task : tasks) {
            threads.add(Thread.ofVirtual().name(task.name()).start(() -> loop(task)));
        }
    }

    private void loop(BackgroundTask task) {
        int failures = 0;
        try {
            var rest = Duration.ZERO;
            while (!stopping.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    rest = task.step() ? Duration.ZERO : task.pause();
                    failures = 0;
                } catch (RuntimeException e) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    failures++;
                    LOG.warn(
                            "{} failed {} times in a row and tries again",
                            task.name(),
                            failures,
                            e);
                    rest = rest(failures);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the end of the thread
        }
    }

    private static Duration rest(int failures) {
        return Duration.ofMillis(Math.min(LONGEST_REST.toMillis(), 100L << Math.min(failures, 6)));
    }

    /** A step in hand is finished: an interrupt in the middle of a transaction breaks it. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        var deadline = Instant.now().plus(FAREWELL);
        for (var thread : threads) {
            if (!thread.join(Duration.between(Instant.now(), deadline))) {
                thread.interrupt();
                thread.join(FAREWELL);
            }
        }
    }
}
