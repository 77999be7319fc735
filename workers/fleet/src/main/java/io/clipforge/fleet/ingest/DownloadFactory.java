package io.clipforge.fleet.ingest;

import io.clipforge.net.SafeHttp;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The client that fetches customers' files. */
@Factory
final class DownloadFactory {
    @Bean(preDestroy = "close")
    @Singleton
    SafeHttp http(DownloadConfiguration configuration) {
        return new SafeHttp(configuration.reach(), configuration.limits());
    }
}
