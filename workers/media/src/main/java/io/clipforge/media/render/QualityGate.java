package io.clipforge.media.render;

import io.clipforge.media.Loudness;
import io.clipforge.media.captions.Cue;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.SubtitleFormatException;
import io.clipforge.media.quality.Check;
import io.clipforge.media.quality.CropChecks;
import io.clipforge.media.quality.Glimpses;
import io.clipforge.media.quality.PictureChecks;
import io.clipforge.media.quality.QualityReport;
import io.clipforge.media.quality.SoundChecks;
import io.clipforge.media.quality.SpeechChecks;
import io.clipforge.media.reframe.CropFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Judges a finished clip before anybody sees it.
 *
 * @param source what the source shows; absent when it has no picture
 * @param sound the source's, before it was worked on
 */
record QualityGate(
        ClipOrder order, Timeline timeline, @Nullable Glimpses source, Loudness.Course sound) {

    /**
     * @param crop how it is framed; absent when the picture is not the source's
     */
    QualityReport judge(Shape shape, FinishedFile file, Optional<CropFigures> crop)
            throws IOException {
        var checks = new ArrayList<Check>(speech(shape).checks());
        crop.ifPresent(it -> checks.addAll(new CropChecks(it).checks()));
        if (source != null) {
            checks.addAll(seen(shape, source, file).checks());
        }
        checks.addAll(heard(file).checks());
        checks.addAll(new FileChecks(timeline, shape.frame(), file).checks());
        return new QualityReport(checks);
    }

    private SpeechChecks speech(Shape shape) throws IOException {
        return new SpeechChecks(
                timeline.shown(),
                order.words(),
                order.sentences(),
                cues(shape.srt()),
                shown(shape.captions() != null),
                timeline.rate().seconds(1000));
    }

    /** What is drawn comes with a frame. */
    private ToDoubleFunction<Cue> shown(boolean drawn) {
        return drawn
                ? cue -> timeline.rate().seconds(1000.0 * timeline.clipFrame(cue.startMs()))
                : Cue::startMs;
    }

    private PictureChecks seen(Shape shape, Glimpses source, FinishedFile file) throws IOException {
        return new PictureChecks(
                Glimpses.read(shape.drawn()),
                source,
                file.keyFrames().pictures(),
                file.keyFrames().seconds(),
                spoken());
    }

    private SoundChecks heard(FinishedFile file) {
        return new SoundChecks(
                sound,
                file.sound(),
                spoken(),
                Soundtrack.TARGET_LUFS,
                Soundtrack.MAX_TRUE_PEAK_DBTP);
    }

    private boolean spoken() {
        return !timeline.words(order.words()).isEmpty();
    }

    private static List<Cue> cues(Path srt) throws IOException {
        var text = Files.readString(srt);
        try {
            return text.isBlank() ? List.of() : Srt.read(text);
        } catch (SubtitleFormatException e) {
            throw new IOException("what was written is no SRT", e);
        }
    }
}
