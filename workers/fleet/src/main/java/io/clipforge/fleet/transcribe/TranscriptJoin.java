package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes one transcript of those of an asset's parts. Sentences are cut anew: one that runs over the
 * end of a part is a single one again.
 */
final class TranscriptJoin {
    private TranscriptJoin() {}

    /**
     * @param parts in order, on the asset's clock; at least one
     */
    static Transcript of(List<Transcript> parts) {
        var all = new ArrayList<Word>();
        parts.forEach(part -> all.addAll(part.words()));
        var words = Timeline.of(all, 0, Long.MAX_VALUE);
        return Transcript.of(
                most(parts, Transcript::language), most(parts, Transcript::engine), words);
    }

    /** What most words have; the first part's when there are no words. */
    private static String most(List<Transcript> parts, Function<Transcript, String> property) {
        var words = new LinkedHashMap<String, Integer>();
        parts.forEach(part -> words.merge(property.apply(part), part.words().size(), Integer::sum));
        return words.entrySet().stream()
                .reduce((first, other) -> other.getValue() > first.getValue() ? other : first)
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
