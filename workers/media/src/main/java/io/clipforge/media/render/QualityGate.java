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
 * Judges a finished clip before anybody sees it. What is seen, heard and read is judged on the clip
 * proper: a bumper may be black, stand still and be silent.
 *
 * @param source what the source shows; absent when it has no picture
 * @param sound the source's, before it was worked on
 */
record QualityGate(ClipOrder order, Reel reel, @Nullable Glimpses source, Loudness.Course sound) {

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
        checks.addAll(new FileChecks(reel, shape.frame(), file).checks());
        return new QualityReport(checks);
    }

    private SpeechChecks speech(Shape shape) throws IOException {
        var timeline = reel.clip();
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
        var timeline = reel.clip();
        return drawn
                ? cue -> timeline.rate().seconds(1000.0 * timeline.clipFrame(cue.startMs()))
                : Cue::startMs;
    }

    private PictureChecks seen(Shape shape, Glimpses source, FinishedFile file) throws IOException {
        var keyFrames = file.keyFrames().between(reel.clipStart(), reel.clipEnd());
        return new PictureChecks(
                Glimpses.read(shape.drawn()),
                source,
                keyFrames.pictures(),
                keyFrames.seconds(),
                spoken());
    }

    private SoundChecks heard(FinishedFile file) {
        return new SoundChecks(
                reel.clipOf(sound),
                reel.clipOf(file.sound()),
                spoken(),
                Soundtrack.TARGET_LUFS,
                Soundtrack.MAX_TRUE_PEAK_DBTP);
    }

    private boolean spoken() {
        return !reel.clip().words(order.words()).isEmpty();
    }

    /** On the clip's clock. */
    private List<Cue> cues(Path srt) throws IOException {
        var text = Files.readString(srt);
        try {
            var cues = text.isBlank() ? List.<Cue>of() : Srt.read(text);
            return cues.stream().map(it -> it.shifted(-reel.clipStartMs())).toList();
        } catch (SubtitleFormatException e) {
            throw new IOException("what was written is no SRT", e);
        }
    }
}
