package io.clipforge.sdk.http;

import java.time.Duration;

/** How the client waits; a seam so that tests need not. */
@FunctionalInterface
public interface Pause {
    void sleep(Duration time) throws InterruptedException;

    static Pause real() {
        return time -> Thread.sleep(time.toMillis());
    }
}
