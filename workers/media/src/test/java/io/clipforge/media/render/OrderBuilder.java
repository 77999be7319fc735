package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.CaptionLook;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.captions.drawing.LowerThird;
import io.clipforge.media.cuts.Cut;
import io.clipforge.media.quality.SpeechChecks.Sentence;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.render.ClipOrder.Palette;
import io.clipforge.media.sound.Treatment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order for tests: a small vertical clip without captions unless told otherwise. */
final class OrderBuilder {
    static final Size SMALL = new Size(270, 480);
    static final Color PLATE = Color.parse("#FFD60A");

    private final Ffmpeg ffmpeg;
    private final Path source;
    private long startMs;
    private long endMs = 2000;
    private List<Size> frames = List.of(SMALL);
    private List<Shot> shots = List.of();
    private List<Word> words = List.of();
    private List<Sentence> sentences = List.of();
    private ClipOrder.Wording wording = ClipOrder.Wording.PLAIN;
    private @Nullable CaptionLook look;
    private @Nullable Watermark watermark;
    private @Nullable LowerThird lowerThird;
    private Bumpers bumpers = Bumpers.NONE;
    private Cut cut = Cut.NOTHING;

    OrderBuilder(Ffmpeg ffmpeg, Path source) {
        this.ffmpeg = ffmpeg;
        this.source = source;
    }

    OrderBuilder from(long startMs, long endMs) {
        this.startMs = startMs;
        this.endMs = endMs;
        return this;
    }

    OrderBuilder in(Size... frames) {
        this.frames = List.of(frames);
        return this;
    }

    OrderBuilder shots(Shot... shots) {
        this.shots = List.of(shots);
        return this;
    }

    OrderBuilder karaoke(Word... words) {
        this.words = List.of(words);
        this.look =
                new CaptionLook(CaptionLook.Style.KARAOKE, Color.WHITE, PLATE, new Color(0x1D3557));
        return this;
    }

    OrderBuilder spoken(Sentence sentence, Word... words) {
        this.sentences = List.of(sentence);
        this.words = List.of(words);
        return this;
    }

    OrderBuilder watermark(Watermark watermark) {
        this.watermark = watermark;
        return this;
    }

    OrderBuilder lowerThird(LowerThird lowerThird) {
        this.lowerThird = lowerThird;
        return this;
    }

    OrderBuilder between(@Nullable Bumper intro, @Nullable Bumper outro) {
        this.bumpers = new Bumpers(intro, outro);
        return this;
    }

    OrderBuilder drawn(CaptionLook.Style style) {
        this.look = new CaptionLook(style, Color.WHITE, PLATE, new Color(0x1D3557));
        return this;
    }

    OrderBuilder worded(ClipOrder.Wording wording) {
        this.wording = wording;
        return this;
    }

    OrderBuilder without(Cut cut) {
        this.cut = cut;
        return this;
    }

    ClipOrder build() throws MediaException, IOException, InterruptedException {
        var info = new Probe(ffmpeg).inspect(source);
        var palette = new Palette(Color.parse("#1D3557"), PLATE, Color.WHITE);
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
                look,
                palette,
                watermark,
                lowerThird,
                bumpers,
                cut,
                Treatment.NONE);
    }
}
