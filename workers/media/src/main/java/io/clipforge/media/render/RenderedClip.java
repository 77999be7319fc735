package io.clipforge.media.render;

import io.clipforge.media.reframe.Size;
import java.nio.file.Path;
import java.util.List;

/**
 * A finished clip in one shape.
 *
 * @param srt captions on the clip's clock
 * @param vtt the same
 * @param measured found on the finished file
 * @param flaws what is wrong with it; empty for a file that may be delivered
 */
public record RenderedClip(
        Size frame,
        Path video,
        Path srt,
        Path vtt,
        Path thumbnail,
        FinishedFile measured,
        List<String> flaws) {
    public RenderedClip {
        flaws = List.copyOf(flaws);
    }
}
