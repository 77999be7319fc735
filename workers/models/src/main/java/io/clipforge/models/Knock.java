package io.clipforge.models;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One question to a server that may be far away or nowhere. */
final class Knock {
    private Knock() {}

    static boolean answers(Place place, Model model, Duration patience)
            throws InterruptedException {
        // a name that nobody knows may take longer to look up than any timeout of the client
        var asking = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        try (var source = Sources.open(place, patience)) {
            return asking.submit(() -> source.answers(model))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } finally {
            asking.shutdownNow();
        }
    }
}
