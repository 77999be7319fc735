package io.clipforge.api.webhooks;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.api.tracing.DeliverySpans;
import io.clipforge.webhooks.Delivery;
import io.clipforge.webhooks.Sender;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events from PostgreSQL to customers. Each delivery has a thread of its own, so that an
 * endpoint which does not answer holds up nobody else.
 */
@Singleton
final class DeliveryRelay implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRelay.class);
    private static final int BATCH = 50;

    private final DeliveryClaims claims;
    private final DeliveryService deliveries;
    private final Sender sender;
    private final DeliverySpans spans;
    private final EndpointGuards guards;
    private final Tenants tenants;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DeliveryRelay(
            DeliveryClaims claims,
            DeliveryService deliveries,
            Sender sender,
            DeliverySpans spans,
            EndpointGuards guards,
            Tenants tenants,
            WebhookSettings settings) {
        this.claims = claims;
        this.deliveries = deliveries;
        this.sender = sender;
        this.spans = spans;
        this.guards = guards;
        this.tenants = tenants;
        this.places = new Semaphore(settings.concurrency());
    }

    @Override
    public String name() {
        return "delivery relay";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(100);
    }

    /** Claims no more than there are places, so that nothing claimed has to wait for one. */
    @Override
    public boolean step() throws InterruptedException {
        int free = Math.min(BATCH, places.availablePermits());
        if (free == 0) {
            return false;
        }
        var due = claims.claim(free);
        for (var delivery : due) {
            places.acquire();
            threads.execute(() -> deliver(delivery));
        }
        return due.size() == free;
    }

    private void deliver(DueDelivery due) {
        try {
            var place = guards.enter(due.webhookEndpointId());
            if (place.isPresent()) {
                deliver(due, place.get());
            } else {
                claims.postpone(due, EndpointGuards.REST);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("delivery {} could not be made and is due again later", due.id(), e);
        } finally {
            places.release();
        }
    }

    private void deliver(DueDelivery due, EndpointGuards.Place place) throws InterruptedException {
        try (place) {
            Optional<Delivery> message = tenants.call(due.tenant(), () -> deliveries.prepare(due));
            if (message.isPresent()) {
                var outcome = spans.send(message.get(), sender);
                place.called(outcome.attempt().status() != null);
                tenants.run(due.tenant(), () -> deliveries.record(due, outcome));
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
