package io.clipforge.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Sends what nobody expected, which is whatever is logged as an error and whatever ends a thread,
 * to where a Sentry DSN leads, with the ids of its request, job and trace. Without a DSN nothing is
 * loaded and nothing sent. A process has one of these: a second one does nothing.
 */
public interface ErrorReports extends AutoCloseable {

    /**
     * Begins to send.
     *
     * @param service what this process is
     * @param dsn where to; absent or blank for nowhere
     * @param release what runs here; absent when nobody said
     * @param environment such as {@code production}
     * @throws IllegalArgumentException when the DSN is none
     */
    static ErrorReports start(
            String service,
            @Nullable String dsn,
            @Nullable String release,
            @Nullable String environment) {
        return dsn == null || dsn.isBlank()
                ? () -> {}
                : SentryReports.start(service, dsn, release, environment);
    }

    /** Sends what waits, as far as that takes no longer than two seconds. */
    @Override
    void close();
}
