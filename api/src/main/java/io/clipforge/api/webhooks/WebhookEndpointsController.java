package io.clipforge.api.webhooks;

import io.clipforge.api.generated.WebhookEndpointsApi;
import io.clipforge.api.generated.model.CreatedWebhookEndpoint;
import io.clipforge.api.generated.model.EventType;
import io.clipforge.api.generated.model.NewWebhookEndpoint;
import io.clipforge.api.generated.model.RotatedWebhookSecret;
import io.clipforge.api.generated.model.WebhookEndpoint;
import io.clipforge.api.generated.model.WebhookEndpointPage;
import io.clipforge.api.http.Items;
import io.clipforge.api.http.Paging;
import io.clipforge.api.http.Times;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class WebhookEndpointsController implements WebhookEndpointsApi {
    private final WebhookEndpointService endpoints;
    private final Paging paging;

    WebhookEndpointsController(WebhookEndpointService endpoints, Paging paging) {
        this.endpoints = endpoints;
        this.paging = paging;
    }

    @Override
    public HttpResponse<CreatedWebhookEndpoint> createWebhookEndpoint(NewWebhookEndpoint body) {
        var types =
                Items.of("/event_types", body.getEventTypes()).stream()
                        .map(EventType::getValue)
                        .toList();
        var made = endpoints.create(body.getUrl(), body.getDescription(), types);
        var endpoint = made.endpoint().resource();
        var created =
                new CreatedWebhookEndpoint(
                                endpoint.getId(),
                                endpoint.getUrl(),
                                endpoint.getEventTypes(),
                                endpoint.getStatus(),
                                made.secret().text(),
                                endpoint.getEnvironment(),
                                endpoint.getCreatedAt(),
                                endpoint.getUpdatedAt())
                        .description(endpoint.getDescription());
        return HttpResponse.created(
                created, URI.create("/v1/webhook_endpoints/" + endpoint.getId()));
    }

    @Override
    public HttpResponse<WebhookEndpoint> getWebhookEndpoint(String id) {
        return HttpResponse.ok(endpoints.get(id).resource());
    }

    @Override
    public HttpResponse<WebhookEndpointPage> listWebhookEndpoints(
            @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "webhook_endpoints");
        var page =
                paging.page(
                        request,
                        endpoints.list(request.before(), request.probe()),
                        io.clipforge.api.webhooks.WebhookEndpoint::id,
                        io.clipforge.api.webhooks.WebhookEndpoint::resource);
        return HttpResponse.ok(
                new WebhookEndpointPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Void> deleteWebhookEndpoint(String id) {
        endpoints.delete(id);
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<RotatedWebhookSecret> rotateWebhookSecret(String id) {
        var rotated = endpoints.rotate(id);
        return HttpResponse.ok(
                new RotatedWebhookSecret(
                        rotated.secret().text(), Times.utc(rotated.previousExpiresAt())));
    }
}
