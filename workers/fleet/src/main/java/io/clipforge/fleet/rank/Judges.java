package io.clipforge.fleet.rank;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the scorer that suits what is said. */
@Singleton
final class Judges {
    private static final String SHIPPED = "shipped";
    private static final String NONE = "none";

    private final @Nullable LearnedModel model;

    /** A model that cannot be read keeps the fleet from starting. */
    @Inject
    Judges(RankSettings settings) throws IOException {
        this.model =
                switch (settings.model()) {
                    case NONE -> null;
                    case SHIPPED -> LearnedModel.shipped();
                    default -> LearnedModel.read(Path.of(settings.model()));
                };
    }

    /** The weights alone where nobody speaks, or a language that the model was not taught. */
    Scorer of(Material material) {
        var learned = model;
        return learned != null
                        && material.spoken()
                        && learned.speaks(material.transcript().language())
                ? new ModelScorer(learned)
                : new WeightedScorer();
    }
}
