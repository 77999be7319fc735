package io.clipforge.media.captions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a subtitle file, its markup removed.
 *
 * @param startMs inclusive
 * @param endMs exclusive, after the start
 * @param speaker who speaks, when the file tells
 * @param lines in order; none is blank
 */
public record Cue(long startMs, long endMs, @Nullable String speaker, List<String> lines) {
    public Cue {
        lines = List.copyOf(lines);
        if (startMs < 0 || endMs <= startMs) {
            throw new IllegalArgumentException("a cue ends after its start: " + startMs);
        }
    }

    /** As it is written into a file. */
    public static Cue from(Caption caption) {
        return new Cue(caption.startMs(), caption.endMs(), caption.speaker(), caption.lineTexts());
    }

    /** The same, later. */
    public Cue shifted(long ms) {
        return new Cue(startMs + ms, endMs + ms, speaker, lines);
    }

    public String text() {
        return String.join(" ", lines);
    }
}
