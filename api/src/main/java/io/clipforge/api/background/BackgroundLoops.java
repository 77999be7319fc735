package io.clipforge.api.background;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    BackgroundLoops(List<BackgroundTask> tasks) {
        this.tasks = tasks;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        for (var task : tasks) {
            threads.add(Thread.ofVirtual().name(task.name()).start(() -> loop(task)));
        }
    }

    private static void loop(BackgroundTask task) {
        int failures = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                boolean more = task.step();
                failures = 0;
                if (!more) {
                    Thread.sleep(task.pause());
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                failures++;
                LOG.warn("{} failed {} times in a row and tries again", task.name(), failures, e);
                rest(failures);
            }
        }
    }

    private static void rest(int failures) {
        try {
            Thread.sleep(Math.min(LONGEST_REST.toMillis(), 100L << Math.min(failures, 6)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join(FAREWELL);
        }
    }
}
