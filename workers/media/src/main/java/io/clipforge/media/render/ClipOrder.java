package io.clipforge.media.render;

import io.clipforge.media.MediaInfo;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.CaptionLook;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.captions.drawing.LowerThird;
import io.clipforge.media.cuts.Cut;
import io.clipforge.media.quality.SpeechChecks.Sentence;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.sound.Treatment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clip to be made.
 *
 * @param startMs inclusive, on the source's clock
 * @param endMs exclusive
 * @param frames shapes it is made in; at least one, even sides
 * @param shots of the whole source; none when it was not analysed
 * @param words of the whole source
 * @param sentences of the whole source
 * @param wording what is done to the words
 * @param look how captions are drawn into the picture; absent when they are not
 * @param watermark absent for none
 * @param lowerThird shown at the beginning; absent for none
 * @param bumpers shown before it and behind it
 * @param cut what is left out of it
 * @param sound what is done to its sound
 */
public record ClipOrder(
        Path source,
        MediaInfo info,
        long startMs,
        long endMs,
        List<Size> frames,
        List<Shot> shots,
        List<Word> words,
        List<Sentence> sentences,
        Wording wording,
        @Nullable CaptionLook look,
        Palette palette,
        @Nullable Watermark watermark,
        @Nullable LowerThird lowerThird,
        Bumpers bumpers,
        Cut cut,
        Treatment sound) {
    public ClipOrder {
        frames = List.copyOf(frames);
        shots = List.copyOf(shots);
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
        if (startMs < 0 || endMs <= startMs || frames.isEmpty()) {
            throw new IllegalArgumentException("no clip: " + startMs + "–" + endMs + " " + frames);
        }
    }

    /** One from which nothing is left out, to which nothing is added, with its own sound. */
    public ClipOrder(
            Path source,
            MediaInfo info,
            long startMs,
            long endMs,
            List<Size> frames,
            List<Shot> shots,
            List<Word> words,
            List<Sentence> sentences,
            Wording wording,
            @Nullable CaptionLook look,
            Palette palette,
            @Nullable Watermark watermark) {
        this(
                source,
                info,
                startMs,
                endMs,
                frames,
                shots,
                words,
                sentences,
                wording,
                look,
                palette,
                watermark,
                null,
                Bumpers.NONE,
                Cut.NOTHING,
                Treatment.NONE);
    }

    /** The same with captions that change as a whole. */
    ClipOrder withPlainCaptions() {
        return new ClipOrder(
                source,
                info,
                startMs,
                endMs,
                frames,
                shots,
                words,
                sentences,
                wording,
                look == null ? null : look.plain(),
                palette,
                watermark,
                lowerThird,
                bumpers,
                cut,
                sound);
    }

    /**
     * What is done to the words of the captions.
     *
     * @param keywords whether keywords stand out where captions are drawn
     * @param masked whether coarse words are masked, in the picture and in the files
     */
    public record Wording(boolean keywords, boolean masked) {
        public static final Wording PLAIN = new Wording(false, false);
    }

    /** Colours of a clip without a picture. */
    public record Palette(Color ground, Color heard, Color coming) {}
}
