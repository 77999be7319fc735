package io.clipforge.api.webhooks;

import io.clipforge.net.SafeHttp;
import io.clipforge.webhooks.RetrySchedule;
import io.clipforge.webhooks.Sender;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The way out for webhooks. */
@Factory
final class WebhookSending {
    @Singleton
    @Bean(preDestroy = "close")
    SafeHttp http(WebhookSettings settings) {
        return new SafeHttp(settings.reach(), Sender.LIMITS);
    }

    @Singleton
    Sender sender(SafeHttp http, Clock clock) {
        return new Sender(http, RetrySchedule.STANDARD, clock, new SecureRandom());
    }
}
