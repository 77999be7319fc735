package io.clipforge.fleet;

import io.clipforge.models.InstalledModels;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The models of this fleet's machine. */
@Factory
final class InstalledModelsFactory {

    /**
     * @param models their folder; {@code ~/.clipforge/models} when absent
     */
    @ConfigurationProperties("clipforge")
    record Configuration(@Nullable String models) {}

    @Bean
    @Singleton
    InstalledModels models(Configuration configuration) {
        return InstalledModels.in(
                configuration.models() == null
                        ? InstalledModels.usualFolder()
                        : Path.of(configuration.models()));
    }
}
