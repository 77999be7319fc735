package io.clipforge.local.bench;

import java.util.List;

/**
 * What was found.
 *
 * @param broken promises that were not kept, a sentence each
 */
public record Outcome(List<Figure> figures, List<String> broken) {
    public Outcome {
        figures = List.copyOf(figures);
        broken = List.copyOf(broken);
    }

    public static Outcome of(List<Figure> figures) {
        return new Outcome(figures, List.of());
    }
}
