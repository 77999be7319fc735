package io.clipforge.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clipforge.sdk.model.Asset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report.json} holds. Lengths and positions are seconds, positions on the source's
 * clock; what is not known is null.
 */
record Report(
        Source source,
        Transcript transcript,
        List<Shot> shots,
        List<Moment> moments,
        List<Export> exports,
        List<Webhook> webhooks,
        Timings timings) {

    record Source(
            double duration,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double fps,
            boolean hasAudio) {
        static Source of(Asset asset) {
            return new Source(
                    Seconds.of(Objects.requireNonNullElse(asset.getDurationMs(), 0L)),
                    asset.getWidth(),
                    asset.getHeight(),
                    asset.getFrameRate(),
                    Boolean.TRUE.equals(asset.getHasAudio()));
        }
    }

    record Transcript(String language, String engine, List<Word> words) {
        static Transcript of(io.clipforge.sdk.model.Transcript transcript) {
            return new Transcript(
                    transcript.getLanguage(),
                    transcript.getEngine(),
                    transcript.getWords().stream().map(Word::of).toList());
        }
    }

    record Word(
            String text,
            double start,
            double end,
            @Nullable String speaker,
            @Nullable Double confidence) {
        static Word of(io.clipforge.sdk.model.TranscriptWord word) {
            return new Word(
                    word.getText(),
                    Seconds.of(word.getStartMs()),
                    Seconds.of(word.getEndMs()),
                    word.getSpeaker(),
                    word.getConfidence());
        }
    }

    record Shot(double start, double end) {
        static List<Shot> of(Asset asset) {
            var shots =
                    Objects.requireNonNullElse(
                            asset.getShots(), List.<io.clipforge.sdk.model.Shot>of());
            return shots.stream()
                    .map(it -> new Shot(Seconds.of(it.getStartMs()), Seconds.of(it.getEndMs())))
                    .toList();
        }
    }

    record Moment(
            String id, double start, double end, double score, String title, List<Reason> reasons) {
        static Moment of(io.clipforge.sdk.model.Moment moment) {
            return new Moment(
                    moment.getId(),
                    Seconds.of(moment.getStartMs()),
                    Seconds.of(moment.getEndMs()),
                    moment.getScore(),
                    moment.getTitle(),
                    moment.getReasons().stream().map(Reason::of).toList());
        }
    }

    /** One feature, scaled to 0…1, and how much it counts. */
    record Reason(String feature, double value, double weight) {
        static Reason of(io.clipforge.sdk.model.MomentReason reason) {
            return new Reason(reason.getFeature(), reason.getValue(), reason.getWeight());
        }
    }

    /** Files are named from the report's folder. */
    record Export(
            String file,
            String ratio,
            int width,
            int height,
            double start,
            double end,
            double duration,
            @Nullable Loudness loudness,
            Captions captions,
            String thumbnail) {}

    record Loudness(double integratedLufs, double truePeakDbtp) {
        static @Nullable Loudness of(io.clipforge.sdk.model.@Nullable Loudness loudness) {
            return loudness == null
                    ? null
                    : new Loudness(loudness.getIntegratedLufs(), loudness.getTruePeakDbtp());
        }
    }

    record Captions(String srt, String vtt) {}

    record Webhook(String id, String type, boolean verified) {}

    void write(Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), this);
    }
}
