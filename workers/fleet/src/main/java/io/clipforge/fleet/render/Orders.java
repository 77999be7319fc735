package io.clipforge.fleet.render;

import io.clipforge.fleet.JobContext;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Transcript;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import io.clipforge.media.captions.Word;
import io.clipforge.media.captions.drawing.BrandFont;
import io.clipforge.media.captions.drawing.CaptionLook;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.captions.drawing.LowerThird;
import io.clipforge.media.captions.drawing.UnreadableFontException;
import io.clipforge.media.cuts.Cut;
import io.clipforge.media.quality.SpeechChecks.Sentence;
import io.clipforge.media.reframe.Face;
import io.clipforge.media.reframe.FaceTrack;
import io.clipforge.media.reframe.Shot;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.render.Bumper;
import io.clipforge.media.render.Bumpers;
import io.clipforge.media.render.ClipOrder;
import io.clipforge.media.render.Watermark;
import io.clipforge.media.sound.Music;
import io.clipforge.media.sound.Treatment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fetches what a job names and says it in the media module's words. */
final class Orders {
    /** Colours of an export without a brand kit. */
    private static final JobSpec.Brand PLAIN =
            new JobSpec.Brand(
                    "#1D3557", "#FFFFFF", "#FFD60A", null, JobSpec.Brand.Corner.TOP_RIGHT, 1);

    private final Ffmpeg ffmpeg;

    Orders(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    ClipOrder of(JobSpec.Render spec, JobContext context)
            throws MediaException, UnreadableFontException, IOException, InterruptedException {
        var source = context.fetch(spec.sourceKey());
        var brand = spec.brand() == null ? PLAIN : spec.brand();
        var font = font(brand, context);
        var transcript = context.read(spec.transcriptKey(), Transcript.class);
        return new ClipOrder(
                source,
                new Probe(ffmpeg).inspect(source),
                spec.startMs(),
                spec.endMs(),
                spec.ratios().stream()
                        .map(ratio -> new Size(ratio.width(), ratio.height()))
                        .toList(),
                shots(context.read(spec.analysisKey(), Analysis.class)),
                words(transcript),
                sentences(transcript),
                wording(spec.captions().wording()),
                look(spec.captions(), brand, font),
                palette(brand),
                watermark(brand, context),
                lowerThird(brand, font),
                new Bumpers(bumper(brand.intro(), context), bumper(brand.outro(), context)),
                cut(spec.cut(), transcript),
                sound(spec.sound(), context));
    }

    private static List<Shot> shots(Analysis analysis) {
        var shots = analysis.shots();
        return IntStream.range(0, shots.size())
                .mapToObj(i ->
                        new Shot(
                                shots.get(i).startMs(),
                                shots.get(i).endMs(),
                                analysis.faces().stream()
                                        .filter(track -> track.shot() == i)
                                        .map(Orders::track)
                                        .toList()))
                .toList();
    }

    private static FaceTrack track(Analysis.FaceTrack track) {
        return new FaceTrack(
                track.boxes().stream()
                        .map(box ->
                                new Face(box.timeMs(), box.x(), box.y(), box.width(), box.height()))
                        .toList());
    }

    private static List<Word> words(Transcript transcript) {
        return transcript.words().stream()
                .filter(word -> !word.text().isBlank())
                .map(word -> new Word(word.text(), word.startMs(), word.endMs(), word.speaker()))
                .toList();
    }

    private static List<Sentence> sentences(Transcript transcript) {
        return transcript.sentences().stream()
                .map(it -> new Sentence(transcript.startMs(it), transcript.endMs(it)))
                .toList();
    }

    private static ClipOrder.Wording wording(JobSpec.Captions.@Nullable Wording wording) {
        return wording == null
                ? ClipOrder.Wording.PLAIN
                : new ClipOrder.Wording(wording.emphasizesKeywords(), wording.masksProfanity());
    }

    private static Cut cut(JobSpec.@Nullable Cut cut, Transcript transcript) {
        return cut == null
                ? Cut.NOTHING
                : new Cut(cut.silences(), cut.fillers(), transcript.language());
    }

    private static @Nullable BrandFont font(JobSpec.Brand brand, JobContext context)
            throws UnreadableFontException, IOException, InterruptedException {
        return brand.fontKey() == null ? null : BrandFont.read(context.fetch(brand.fontKey()));
    }

    private static Treatment sound(JobSpec.@Nullable Sound sound, JobContext context)
            throws IOException, InterruptedException {
        if (sound == null) {
            return Treatment.NONE;
        }
        var music = sound.music();
        return new Treatment(
                sound.denoise(),
                music == null ? null : new Music(context.fetch(music.key()), music.gainDb()));
    }

    private static @Nullable CaptionLook look(
            JobSpec.Captions captions, JobSpec.Brand brand, @Nullable BrandFont font) {
        if (!captions.burnIn()) {
            return null;
        }
        var style =
                switch (captions.style()) {
                    case CLASSIC -> CaptionLook.Style.CLASSIC;
                    case KARAOKE -> CaptionLook.Style.KARAOKE;
                    case BOX -> CaptionLook.Style.BOX;
                    case POP -> CaptionLook.Style.POP;
                };
        return new CaptionLook(
                style,
                Color.parse(brand.textColor()),
                Color.parse(brand.highlightColor()),
                Color.parse(brand.primaryColor()),
                font);
    }

    private static @Nullable LowerThird lowerThird(JobSpec.Brand brand, @Nullable BrandFont font) {
        var wanted = brand.lowerThird();
        return wanted == null
                ? null
                : new LowerThird(
                        wanted.title(),
                        wanted.subtitle(),
                        Color.parse(brand.textColor()),
                        Color.parse(brand.highlightColor()),
                        Color.parse(brand.primaryColor()),
                        font);
    }

    private static @Nullable Bumper bumper(
            JobSpec.Brand.@Nullable Bumper wanted, JobContext context)
            throws IOException, InterruptedException {
        return wanted == null
                ? null
                : new Bumper(context.fetch(wanted.key()), Duration.ofMillis(wanted.stillMs()));
    }

    private static ClipOrder.Palette palette(JobSpec.Brand brand) {
        return new ClipOrder.Palette(
                Color.parse(brand.primaryColor()),
                Color.parse(brand.highlightColor()),
                Color.parse(brand.textColor()));
    }

    private static @Nullable Watermark watermark(JobSpec.Brand brand, JobContext context)
            throws IOException, InterruptedException {
        if (brand.watermarkKey() == null) {
            return null;
        }
        var corner =
                switch (brand.watermarkPosition()) {
                    case TOP_LEFT -> Watermark.Corner.TOP_LEFT;
                    case TOP_RIGHT -> Watermark.Corner.TOP_RIGHT;
                    case BOTTOM_LEFT -> Watermark.Corner.BOTTOM_LEFT;
                    case BOTTOM_RIGHT -> Watermark.Corner.BOTTOM_RIGHT;
                };
        return new Watermark(context.fetch(brand.watermarkKey()), corner, brand.watermarkOpacity());
    }
}
