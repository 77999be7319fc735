package io.clipforge.api.tracing;

import io.clipforge.telemetry.ErrorReports;
import io.clipforge.telemetry.SpanMetrics;
import io.clipforge.telemetry.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The spans of this replica, sent to where the settings of OpenTelemetry say, and its errors, to
 * Sentry.
 */
@Factory
final class Exporting {
    @Singleton
    @Bean(preDestroy = "close")
    Spans spans(PropertyResolver configuration, MeterRegistry registry) {
        var spans = Spans.of("clipforge-api", settings(configuration));
        SpanMetrics.register(registry, spans);
        return spans;
    }

    @Context
    @Bean(preDestroy = "close")
    ErrorReports errors(
            @Nullable @Property(name = "sentry.dsn") String dsn,
            @Nullable @Property(name = "sentry.release") String release,
            @Nullable @Property(name = "sentry.environment") String environment) {
        return ErrorReports.start("clipforge-api", dsn, release, environment);
    }

    private static Map<String, String> settings(PropertyResolver configuration) {
        return configuration.getProperties("otel").entrySet().stream()
                .collect(
                        Collectors.toMap(
                                it -> "otel." + it.getKey(), it -> String.valueOf(it.getValue())));
    }
}
