package io.clipforge.media.captions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is shown at one time.
 *
 * @param startMs inclusive, on the clip's clock
 * @param endMs exclusive; at most the next caption's start
 * @param lines one or two
 */
public record Caption(long startMs, long endMs, List<List<Word>> lines) {
    public Caption {
        lines = lines.stream().map(List::copyOf).toList();
    }

    public List<Word> words() {
        return lines.stream().flatMap(List::stream).toList();
    }

    public List<String> lineTexts() {
        return lines.stream().map(Word::text).toList();
    }

    /** Absent when unknown, or when several speak. */
    public @Nullable String speaker() {
        var first = words().getFirst().speaker();
        return words().stream().allMatch(word -> Objects.equals(word.speaker(), first))
                ? first
                : null;
    }
}
