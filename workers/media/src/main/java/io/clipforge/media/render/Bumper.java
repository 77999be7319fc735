package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.captions.drawing.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is shown before clips, or behind them: a film, or a still picture (PNG, JPEG).
 *
 * @param file a stranger's
 * @param still how long it is shown when it is a still picture
 */
public record Bumper(Path file, Duration still) {
    /** Seconds. */
    private static final double LONGEST = 10;

    /** Seconds that containers add to a film's length. */
    private static final double PADDING = 0.1;

    /** What a look at it says. */
    public enum Finding {
        FINE,
        TOO_LONG,
        UNREADABLE
    }

    /** Decodes the whole of it, unless it is too long. */
    public Finding look(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        try {
            var opened = OpenBumper.of(ffmpeg, this, Color.WHITE);
            if (opened.seconds() > LONGEST + PADDING) {
                return Finding.TOO_LONG;
            }
            var arguments = new ArrayList<>(List.of("-loglevel", "error", "-xerror"));
            arguments.addAll(List.of("-t", String.valueOf(LONGEST + PADDING)));
            arguments.addAll(opened.input());
            arguments.addAll(List.of("-map", "0:" + opened.picture().stream()));
            if (opened.audio() != null) {
                arguments.addAll(List.of("-map", "0:" + opened.audio().index()));
            }
            arguments.addAll(List.of("-f", "null", "-"));
            ffmpeg.run(arguments, Limits.pass(Duration.ofSeconds(10)));
            return Finding.FINE;
        } catch (MediaException _) {
            return Finding.UNREADABLE; // that is the answer
        }
    }
}
