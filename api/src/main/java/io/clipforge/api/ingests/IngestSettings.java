package io.clipforge.api.ingests;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How ingests are worked on.
 *
 * @param partLength about how long the parts are in which a long asset is transcribed and analyzed
 */
@ConfigurationProperties("clipforge.ingests")
record IngestSettings(@Bindable(defaultValue = "5m") Duration partLength) {
    IngestSettings {
        if (partLength.toSeconds() < 1) {
            throw new IllegalArgumentException("clipforge.ingests.part-length is at least 1s");
        }
    }
}
