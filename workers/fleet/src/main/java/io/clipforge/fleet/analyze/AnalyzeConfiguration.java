package io.clipforge.fleet.analyze;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param models folder of downloaded models; {@code ~/.clipforge/models} when absent
 */
@ConfigurationProperties("clipforge.analyze")
record AnalyzeConfiguration(@Nullable String models) {
    Path modelsFolder() {
        return models == null
                ? Path.of(System.getProperty("user.home"), ".clipforge", "models")
                : Path.of(models);
    }
}
