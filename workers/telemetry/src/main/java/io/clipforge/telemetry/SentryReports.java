package io.clipforge.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.logback.SentryAppender;
import io.sentry.protocol.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By Sentry's own library, as one more reader of the log. */
final class SentryReports {
    private static final long FAREWELL_MS = 2_000;

    /** Names in the log by which an event is found. */
    private static final List<String> TAGS =
            List.of("request_id", "trace_id", "span_id", "job", "kind");

    private static final String LOGGED = "MDC";

    private SentryReports() {}

    static synchronized ErrorReports start(
            String service, String dsn, @Nullable String release, @Nullable String environment) {
        if (Sentry.isEnabled()) {
            return () -> {};
        }
        var appender = new SentryAppender();
        appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        appender.setName("sentry");
        appender.setMinimumEventLevel(Level.ERROR);
        // lines of other requests would come along
        appender.setMinimumBreadcrumbLevel(Level.OFF);
        appender.setOptions(options(service, dsn, release, environment));
        appender.start();
        if (!Sentry.isEnabled()) {
            throw new IllegalArgumentException("SENTRY_DSN is no DSN of Sentry");
        }
        root().addAppender(appender);
        return () -> {
            root().detachAppender(appender);
            appender.stop();
            Sentry.close();
        };
    }

    private static SentryOptions options(
            String service, String dsn, @Nullable String release, @Nullable String environment) {
        var options = new SentryOptions();
        options.setDsn(dsn);
        options.setRelease(release);
        options.setEnvironment(environment);
        options.setTag("service", service);
        options.setSendDefaultPii(false);
        options.setAttachServerName(false);
        options.setSendModules(false);
        options.setSendClientReports(false);
        options.setEnableAutoSessionTracking(false);
        options.setMaxBreadcrumbs(0);
        options.setShutdownTimeoutMillis(FAREWELL_MS);
        TAGS.forEach(options::addContextTag);
        options.setBeforeSend((event, _) -> scrubbed(event));
        return options;
    }

    private static SentryEvent scrubbed(SentryEvent event) {
        scrub(event.getMessage());
        event.setUser(null);
        event.setRequest(null);
        event.setExtras(null);
        for (var exception : list(event.getExceptions())) {
            Optional.ofNullable(exception.getValue())
                    .ifPresent(it -> exception.setValue(Scrubber.scrub(it)));
        }
        for (var tag : TAGS) {
            Optional.ofNullable(event.getTag(tag))
                    .ifPresent(it -> event.setTag(tag, Scrubber.scrub(it)));
        }
        if (event.getContexts().get(LOGGED) instanceof Map<?, ?> logged) {
            var clean = new LinkedHashMap<String, String>();
            logged.forEach((key, value) ->
                    clean.put(String.valueOf(key), Scrubber.scrub(String.valueOf(value))));
            event.getContexts().put(LOGGED, clean);
        }
        return event;
    }

    private static void scrub(@Nullable Message message) {
        if (message == null) {
            return;
        }
        message.setMessage(scrub(message.getMessage()));
        message.setFormatted(scrub(message.getFormatted()));
        message.setParams(
                list(message.getParams()).stream().map(it -> String.valueOf(scrub(it))).toList());
    }

    private static @Nullable String scrub(@Nullable String text) {
        return text == null ? null : Scrubber.scrub(text);
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static ch.qos.logback.classic.Logger root() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
