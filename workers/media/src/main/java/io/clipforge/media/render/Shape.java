package io.clipforge.media.render;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.captions.CaptionRules;
import io.clipforge.media.captions.Captioner;
import io.clipforge.media.captions.Cue;
import io.clipforge.media.captions.Keywords;
import io.clipforge.media.captions.Profanity;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.WebVtt;
import io.clipforge.media.captions.drawing.CaptionPainter;
import io.clipforge.media.captions.drawing.LowerThirdPainter;
import io.clipforge.media.captions.drawing.SafeBox;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shape a clip is rendered in, ready for the run. Its stills, its sheet and what was drawn show
 * the clip alone.
 *
 * @param video the finished file
 * @param drawn where it is noted what was drawn, as {@code Glimpses}
 * @param captions absent when none are drawn
 * @param lowerThird absent when none is shown
 */
record Shape(
        Size frame,
        Path video,
        Path srt,
        Path vtt,
        Stills stills,
        ContactSheet sheet,
        Path drawn,
        @Nullable CaptionTrack captions,
        @Nullable LowerThirdTrack lowerThird) {
    /** Between what stands above another, as a share of the frame's height. */
    private static final double GAP = 0.012;

    /** The clip's picture, where bumpers are still to be joined to it. */
    Path alone() {
        return video.resolveSibling("alone-" + video.getFileName());
    }

    /** Breaks the words into captions, writes them and paints them. */
    static Shape prepare(ClipOrder order, Reel reel, Size frame, Path folder) throws IOException {
        var timeline = reel.clip();
        var name = "%dx%d".formatted(frame.width(), frame.height());
        var rules = frame.ratio() > 1.3 ? CaptionRules.wide() : CaptionRules.narrow();
        var spoken = timeline.words(order.words());
        var words = order.wording().masked() ? Profanity.masked(spoken) : spoken;
        var captions = new Captioner(rules).captions(words, 0, timeline.lengthMs());
        var cues = captions.stream().map(it -> Cue.from(it).shifted(reel.clipStartMs())).toList();
        var drawn = paint(order, timeline, frame, captions, folder.resolve(name));
        return new Shape(
                frame,
                folder.resolve(name + ".mp4"),
                Files.writeString(folder.resolve(name + ".srt"), Srt.write(cues)),
                Files.writeString(folder.resolve(name + ".vtt"), WebVtt.write(cues)),
                Stills.plan(folder, name, timeline.frames()),
                new ContactSheet(folder.resolve(name + "-sheet.jpg"), frame, timeline.frames()),
                folder.resolve(name + ".gray"),
                drawn,
                lowerThird(order, timeline, frame, drawn, folder.resolve(name + "-third")));
    }

    private static @Nullable CaptionTrack paint(
            ClipOrder order, Timeline timeline, Size frame, List<Caption> captions, Path folder)
            throws IOException {
        var look = order.look();
        if (look == null || captions.isEmpty()) {
            return null;
        }
        int taken = taken(order, frame, true);
        var drawn =
                order.wording().keywords()
                        ? Keywords.of(order.words()).emphasized(captions)
                        : captions;
        try (var painter = new CaptionPainter(frame, look, drawn, taken)) {
            Files.createDirectories(folder);
            return CaptionTrack.paint(painter, drawn, timeline, folder);
        }
    }

    /** Above the captions, and above or below a watermark. */
    private static @Nullable LowerThirdTrack lowerThird(
            ClipOrder order,
            Timeline timeline,
            Size frame,
            @Nullable CaptionTrack captions,
            Path folder)
            throws IOException {
        var text = order.lowerThird();
        if (text == null || !LowerThirdTrack.fits(timeline)) {
            return null;
        }
        var safe = SafeBox.of(frame);
        int gap = 2 * (int) (GAP * frame.height() / 2);
        int above = taken(order, frame, false);
        int below = taken(order, frame, true);
        int top = safe.top() + (above == 0 ? 0 : above + gap);
        int bottom =
                captions != null
                        ? captions.top() - gap
                        : safe.bottom() - (below == 0 ? 0 : below + gap);
        try (var painter = new LowerThirdPainter(frame, text, top, bottom)) {
            Files.createDirectories(folder);
            return LowerThirdTrack.paint(painter, timeline, folder);
        }
    }

    /** Height that a watermark takes at the top or at the bottom of the safe box. */
    private static int taken(ClipOrder order, Size frame, boolean bottom) {
        var mark = order.watermark();
        return mark != null && mark.corner().isBottom() == bottom ? mark.height(frame) : 0;
    }
}
