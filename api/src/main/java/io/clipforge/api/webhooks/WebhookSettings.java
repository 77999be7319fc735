package io.clipforge.api.webhooks;

import io.clipforge.net.Reach;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How webhooks leave.
 *
 * @param reach what may be dialled; anything but PUBLIC_ONLY is for development
 * @param concurrency how many deliveries are under way at once
 * @param rotationOverlap how long the previous secret still signs after a rotation
 */
@ConfigurationProperties("clipforge.webhooks")
public record WebhookSettings(
        @Bindable(defaultValue = "PUBLIC_ONLY") Reach reach,
        @Bindable(defaultValue = "100") int concurrency,
        @Bindable(defaultValue = "PT24H") Duration rotationOverlap) {}
