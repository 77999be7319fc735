package io.clipforge.media.render;

import io.clipforge.media.quality.QualityReport;
import io.clipforge.media.reframe.Size;
import java.nio.file.Path;

/**
 * A finished clip in one shape.
 *
 * @param srt captions on the clip's clock
 * @param vtt the same
 * @param measured found on the finished file
 * @param quality what the figures say; a file that fails may not be delivered
 */
public record RenderedClip(
        Size frame,
        Path video,
        Path srt,
        Path vtt,
        Path thumbnail,
        Path contactSheet,
        FinishedFile measured,
        QualityReport quality) {}
