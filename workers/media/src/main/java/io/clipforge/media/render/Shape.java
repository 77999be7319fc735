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
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shape a clip is rendered in, ready for the run.
 *
 * @param drawn where it is noted what was drawn, as {@code Glimpses}
 * @param captions absent when none are drawn
 */
record Shape(
        Size frame,
        Path video,
        Path srt,
        Path vtt,
        Stills stills,
        ContactSheet sheet,
        Path drawn,
        @Nullable CaptionTrack captions) {

    /** Breaks the words into captions, writes them and paints them. */
    static Shape prepare(ClipOrder order, Timeline timeline, Size frame, Path folder)
            throws IOException {
        var name = "%dx%d".formatted(frame.width(), frame.height());
        var rules = frame.ratio() > 1.3 ? CaptionRules.wide() : CaptionRules.narrow();
        var words = order.wording().masked() ? Profanity.masked(order.words()) : order.words();
        var captions = new Captioner(rules).captions(words, timeline.startMs(), timeline.endMs());
        var cues = captions.stream().map(Cue::from).toList();
        return new Shape(
                frame,
                folder.resolve(name + ".mp4"),
                Files.writeString(folder.resolve(name + ".srt"), Srt.write(cues)),
                Files.writeString(folder.resolve(name + ".vtt"), WebVtt.write(cues)),
                Stills.plan(folder, name, timeline.frames()),
                new ContactSheet(folder.resolve(name + "-sheet.jpg"), frame, timeline.frames()),
                folder.resolve(name + ".gray"),
                paint(order, timeline, frame, captions, folder.resolve(name)));
    }

    private static @Nullable CaptionTrack paint(
            ClipOrder order, Timeline timeline, Size frame, List<Caption> captions, Path folder)
            throws IOException {
        var look = order.look();
        if (look == null || captions.isEmpty()) {
            return null;
        }
        var mark = order.watermark();
        int taken = mark != null && mark.corner().isBottom() ? mark.height(frame) : 0;
        var drawn =
                order.wording().keywords()
                        ? Keywords.of(order.words()).emphasized(captions)
                        : captions;
        try (var painter = new CaptionPainter(frame, look, drawn, taken)) {
            Files.createDirectories(folder);
            return CaptionTrack.paint(painter, drawn, timeline, folder);
        }
    }
}
