package io.clipforge.api.tracing;

import io.clipforge.telemetry.Spans;
import io.clipforge.telemetry.Step;
import io.clipforge.telemetry.TraceParent;
import io.clipforge.webhooks.Attempt;
import io.clipforge.webhooks.Delivery;
import io.clipforge.webhooks.DeliveryOutcome;
import io.clipforge.webhooks.Sender;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Each attempt at a delivery, as a step under what its event came from; the receiver is told its
 * place. Of the customer's URL only the host is named: the rest may hold a secret.
 */
@Singleton
public final class DeliverySpans {
    private static final int FIRST_ERROR = 400;

    private final Spans spans;

    DeliverySpans(Spans spans) {
        this.spans = spans;
    }

    /**
     * Sends it.
     *
     * @param delivery its header says where its event stands, if that is known
     */
    public DeliveryOutcome send(Delivery delivery, Sender sender) throws InterruptedException {
        var event =
                Optional.ofNullable(delivery.headers().get(TraceParent.HEADER))
                        .flatMap(TraceParent::find)
                        .orElse(null);
        try (var step = spans.begin("POST", Step.Kind.CLIENT, event)) {
            describe(step, delivery);
            var outcome =
                    Traces.at(step.place(), () -> sender.send(placed(delivery, step.place())));
            end(step, outcome.attempt());
            return outcome;
        }
    }

    private static void describe(Step step, Delivery delivery) {
        var endpoint = delivery.endpoint();
        step.put("http.request.method", "POST")
                .put("url.scheme", String.valueOf(endpoint.getScheme()))
                .put("server.address", String.valueOf(endpoint.getHost()))
                .put("clipforge.event.id", delivery.id());
        if (endpoint.getPort() >= 0) {
            step.put("server.port", endpoint.getPort());
        }
        if (delivery.attempt() > 1) {
            step.put("http.request.resend_count", delivery.attempt() - 1L);
        }
    }

    private static Delivery placed(Delivery delivery, @Nullable TraceParent place) {
        var headers = new HashMap<>(delivery.headers());
        headers.remove(TraceParent.HEADER);
        if (place != null) {
            headers.put(TraceParent.HEADER, place.text());
        }
        return new Delivery(
                delivery.id(),
                delivery.endpoint(),
                delivery.secrets(),
                delivery.payload(),
                headers,
                delivery.attempt());
    }

    private static void end(Step step, Attempt attempt) {
        var status = attempt.status();
        if (status == null) {
            step.fail("no answer");
            return;
        }
        step.put("http.response.status_code", status);
        if (status >= FIRST_ERROR) {
            step.fail(status.toString());
        }
    }
}
