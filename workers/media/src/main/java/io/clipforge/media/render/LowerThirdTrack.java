package io.clipforge.media.render;

import io.clipforge.media.captions.drawing.LowerThirdPainter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * A lower third that comes and goes, as pictures and a list that shows each on its frames; nothing
 * is shown after the last.
 *
 * @param left where the pictures stand in the frame
 */
record LowerThirdTrack(PictureList list, int left, int top) {
    private static final double COMES = 0.5;
    private static final double GONE = 4;
    private static final double FADE = 0.3;

    /** Looks between nothing and the whole. */
    private static final int STEPS = 8;

    /** Whether a clip is long enough to see one. */
    static boolean fits(Timeline timeline) {
        return timeline.seconds() > COMES + 2 * FADE;
    }

    /**
     * @param folder an empty one
     */
    static LowerThirdTrack paint(LowerThirdPainter painter, Timeline timeline, Path folder)
            throws IOException {
        double gone = Math.min(GONE, timeline.seconds());
        var pictures = new ArrayList<String>();
        for (int i = 0; timeline.rate().seconds(i) < gone && i < timeline.frames(); i++) {
            pictures.add(file(step(timeline.rate().seconds(i), gone)));
        }
        for (int step = 0; step <= STEPS; step++) {
            Files.write(folder.resolve(file(step)), painter.draw((double) step / STEPS));
        }
        var list = PictureList.write(folder, "lower-third.ffconcat", pictures, timeline.rate());
        return new LowerThirdTrack(list, painter.left(), painter.top());
    }

    /** How much of it is to be seen, of {@link #STEPS}. */
    private static int step(double seconds, double gone) {
        double opacity = Math.min(seconds - COMES, gone - seconds) / FADE;
        return (int) Math.round(STEPS * Math.clamp(opacity, 0, 1));
    }

    private static String file(int step) {
        return "third-%d.png".formatted(step);
    }
}
