package io.clipforge.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of spans out of this process.
 *
 * @param queue where they wait
 * @param exports what became of them
 */
record Pipeline(OpenTelemetrySdk sdk, QueueLosses queue, CountedExporter exports) {
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final String NAMELESS = "unknown_service";

    /** Ours is the protocol that needs no library of its own; and only traces are sent. */
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none",
                    "otel.propagators", "none");

    static boolean wanted(Map<String, String> settings) {
        return !Boolean.parseBoolean(settings.get("otel.sdk.disabled"))
                && (said(settings.get("otel.exporter.otlp.endpoint"))
                        || said(settings.get("otel.exporter.otlp.traces.endpoint")));
    }

    static Pipeline start(String service, Map<String, String> settings) {
        var losses = new QueueLosses();
        var exporter = new CountedExporter[1];
        var sdk =
                AutoConfiguredOpenTelemetrySdk.builder()
                        .disableShutdownHook()
                        .addPropertiesSupplier(() -> DEFAULTS)
                        .addPropertiesSupplier(() -> settings)
                        .addResourceCustomizer((resource, _) -> named(resource, service))
                        .addMeterProviderCustomizer(
                                (meters, _) -> meters.registerMetricReader(losses))
                        .addSpanExporterCustomizer((it, _) -> exporter[0] = new CountedExporter(it))
                        .build()
                        .getOpenTelemetrySdk();
        return new Pipeline(
                sdk,
                losses,
                Objects.requireNonNull(exporter[0], "otel.traces.exporter names no exporter"));
    }

    private static Resource named(Resource resource, String service) {
        var name = Optional.ofNullable(resource.getAttribute(SERVICE)).orElse(NAMELESS);
        return name.startsWith(NAMELESS)
                ? resource.merge(Resource.create(Attributes.of(SERVICE, service)))
                : resource;
    }

    private static boolean said(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
