package io.clipforge.fleet.ingest;

import io.clipforge.net.Limits;
import io.clipforge.net.Reach;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How files are fetched from customers' servers.
 *
 * @param reach which addresses; loopback is for development only
 * @param connect to open a connection
 * @param silence between two reads
 * @param total for one whole file
 * @param tries how often a server is asked before the source counts as unreachable
 * @param pause before the second try; each further one is four times as long
 */
@ConfigurationProperties("clipforge.ingest.download")
record DownloadConfiguration(
        @Bindable(defaultValue = "PUBLIC_ONLY") Reach reach,
        @Bindable(defaultValue = "10s") Duration connect,
        @Bindable(defaultValue = "30s") Duration silence,
        @Bindable(defaultValue = "2h") Duration total,
        @Bindable(defaultValue = "3") int tries,
        @Bindable(defaultValue = "2s") Duration pause) {

    DownloadConfiguration {
        if (tries < 1) {
            throw new IllegalArgumentException("a source is tried at least once");
        }
    }

    Limits limits() {
        return new Limits(connect, silence, total);
    }
}
