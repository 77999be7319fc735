package io.clipforge.api.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.server.HttpServerConfiguration.CorsConfiguration;
import io.micronaut.http.server.cors.CorsOriginConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Which pages of others may read our answers: those of the listed origins, with a bearer token of
 * their own. There are no cookies here, so none are ever let through.
 */
@Singleton
final class CorsAllowlist implements BeanCreatedEventListener<CorsConfiguration> {
    private static final long ONE_HOUR = 3600;

    private final CorsSettings settings;

    CorsAllowlist(CorsSettings settings) {
        this.settings = settings;
    }

    @Override
    public CorsConfiguration onCreated(BeanCreatedEvent<CorsConfiguration> event) {
        var listed = new CorsOriginConfiguration();
        listed.setAllowedOrigins(settings.origins());
        listed.setAllowCredentials(false);
        listed.setMaxAge(ONE_HOUR);
        listed.setAllowedMethods(
                List.of(
                        HttpMethod.GET,
                        HttpMethod.HEAD,
                        HttpMethod.POST,
                        HttpMethod.PUT,
                        HttpMethod.PATCH,
                        HttpMethod.DELETE));
        listed.setAllowedHeaders(
                List.of(
                        "Accept",
                        "Authorization",
                        "ClipForge-Version",
                        "Content-Type",
                        "Idempotency-Key",
                        "If-Match",
                        "If-None-Match",
                        "Last-Event-ID",
                        "traceparent",
                        "tracestate"));
        listed.setExposedHeaders(
                List.of(
                        "ClipForge-Version",
                        "Deprecation",
                        "ETag",
                        "Idempotent-Replayed",
                        "Location",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Request-Id",
                        "Retry-After",
                        "Sunset"));
        var cors = event.getBean();
        cors.setEnabled(true);
        cors.setConfigurations(Map.of("listed", listed));
        return cors;
    }
}
