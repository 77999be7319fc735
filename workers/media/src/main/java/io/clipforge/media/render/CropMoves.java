package io.clipforge.media.render;

import io.clipforge.media.reframe.FramedShot;
import io.clipforge.media.reframe.Framing;
import io.clipforge.media.reframe.Framing.Axis;
import java.util.List;
import java.util.Locale;

/**
 * Where the window of some neighbouring shots stands on each frame, as commands to a crop filter.
 */
record CropMoves(Timeline timeline, int from, int to, List<FramedShot> shots) {

    /** The window's place on the first frame: {@code x:y}. */
    String first() {
        int offset = offset(from);
        return axis() == Axis.HORIZONTAL ? offset + ":0" : "0:" + offset;
    }

    /** One command for each frame on which the window moves; empty when it never does. */
    String commands(String filter) {
        var commands = new StringBuilder();
        var side = axis() == Axis.HORIZONTAL ? "x" : "y";
        int before = offset(from);
        for (int frame = from + 1; frame < to; frame++) {
            int offset = offset(frame);
            if (offset != before) {
                // half a frame early, so that rounding cannot make it late
                double seconds = timeline.rate().seconds(frame - from - 0.5);
                commands.append(
                        String.format(
                                Locale.ROOT, "%.5f %s %s %d;", seconds, filter, side, offset));
                before = offset;
            }
        }
        return commands.toString();
    }

    private int offset(int frame) {
        return (int) Math.round(crop(frame).path().at(timeline.sourceMs(frame)));
    }

    private Axis axis() {
        return crop(from).axis();
    }

    private Framing.Crop crop(int frame) {
        var shown = shots.getFirst();
        for (var shot : shots) {
            shown = timeline.frame(shot.startMs()) <= frame ? shot : shown;
        }
        return (Framing.Crop) shown.framing();
    }
}
