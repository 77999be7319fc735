package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.models.InstalledModels;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstalledModelsFactoryTest {
    @Test
    void modelsLieInTheHomeFolderUnlessSaidOtherwise() {
        var configuration = new InstalledModelsFactory.Configuration(null);

        var models = new InstalledModelsFactory().models(configuration);

        assertTrue(models.folder().endsWith(".clipforge/models"));
    }

    @Test
    void theFolderIsNamedByOneKeyWhateverElseBeginsLikeIt() {
        var properties =
                Map.<String, Object>of(
                        "clipforge.models", "/srv/models",
                        "clipforge.models.mirror", "https://models.example",
                        "clipforge.redis.url", "redis://127.0.0.1:1");
        try (var context =
                ApplicationContext.builder(properties).deduceEnvironment(false).start()) {
            assertEquals(Path.of("/srv/models"), context.getBean(InstalledModels.class).folder());
        }
    }
}
