package io.clipforge.jobs;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one job is asked to do: ids, object-store keys and options, never bytes. Each kind is
 * versioned; changes are additive and readers ignore fields they do not know.
 *
 * <p>{@code outputPrefix} is where a job may write. The worker appends its run to it, so that two
 * attempts never write the same object.
 */
public sealed interface JobSpec {

    /** The versioned name that travels beside the payload, such as {@code render.v1}. */
    default String kind() {
        return JobKind.of(getClass()).wireName();
    }

    /** Where this job may write in the object store; ends with a slash. */
    String outputPrefix();

    /** What is to happen before the work, or instead of it; absent outside of trials. */
    @Nullable Trial trial();

    /**
     * Probes a source file and derives what the later stages read.
     *
     * @param source where the file is
     * @param partMs about how long the parts of a long asset are, milliseconds; an asset of up to
     *     one and a half times that stays whole
     */
    record Ingest(
            UUID assetId, Source source, long partMs, String outputPrefix, @Nullable Trial trial)
            implements JobSpec {
        public Ingest {
            if (partMs < 1) {
                throw new IllegalArgumentException("a part has a length");
            }
        }
    }

    /**
     * Turns speech into words with times, or joins the transcripts of an asset's parts.
     *
     * @param audioKey 16 kHz mono WAV of the whole asset
     * @param part the stretch to work on; absent means all of it
     * @param joined keys of the transcripts of all parts in order, which become one; empty when
     *     there is nothing to join
     * @param supplied the customer's own transcript; it is used instead of recognition
     * @param language BCP 47 tag; absent means that the engine decides
     * @param vocabulary names and terms that are likely to be said, for engines that can use them;
     *     absent: none
     * @param speakers words without a speaker get one, {@code speaker_1} and so on in the order of
     *     first speech; absent: they get none. A part cannot tell, for it does not hear the others
     * @param translate whether what is recognized is written in English, whatever was spoken; a
     *     fleet whose engine cannot do that fails the job
     */
    record Transcribe(
            UUID assetId,
            String audioKey,
            @Nullable Part part,
            List<String> joined,
            @Nullable SuppliedTranscript supplied,
            @Nullable String language,
            @Nullable List<String> vocabulary,
            @Nullable Speakers speakers,
            boolean translate,
            String outputPrefix,
            @Nullable Trial trial)
            implements JobSpec {
        public Transcribe {
            joined = List.copyOf(joined);
            vocabulary = vocabulary == null ? null : List.copyOf(vocabulary);
        }

        /** No word is likelier than others, nobody asks who speaks, nothing is translated. */
        public Transcribe(
                UUID assetId,
                String audioKey,
                @Nullable Part part,
                List<String> joined,
                @Nullable SuppliedTranscript supplied,
                @Nullable String language,
                String outputPrefix,
                @Nullable Trial trial) {
            this(
                    assetId,
                    audioKey,
                    part,
                    joined,
                    supplied,
                    language,
                    null,
                    null,
                    false,
                    outputPrefix,
                    trial);
        }
    }

    /**
     * Who speaks is told apart by the voices.
     *
     * @param count how many there are, at least one; absent: as many as are heard
     */
    record Speakers(@Nullable Integer count) {
        public Speakers {
            if (count != null && count < 1) {
                throw new IllegalArgumentException(count + " speakers");
            }
        }
    }

    /**
     * Finds shots, faces and loudness, or joins the analyses of an asset's parts.
     *
     * @param proxyKey low-resolution video of the whole asset; absent without a picture
     * @param audioKey 16 kHz mono WAV of the whole asset
     * @param part the stretch to work on; absent means all of it
     * @param joined what became of all parts in order; empty when there is nothing to join
     */
    record Analyze(
            UUID assetId,
            @Nullable String proxyKey,
            String audioKey,
            @Nullable Part part,
            List<AnalyzedPart> joined,
            String outputPrefix,
            @Nullable Trial trial)
            implements JobSpec {
        public Analyze {
            joined = List.copyOf(joined);
        }
    }

    /**
     * What became of one part.
     *
     * @param analysisKey JSON {@link Analysis} of the part; absent when the part could not be
     *     analysed: its picture then counts as one shot without faces
     */
    record AnalyzedPart(Part part, @Nullable String analysisKey) {}

    /**
     * Chooses the moments worth sharing.
     *
     * @param chatKey JSON {@link LiveChat}; absent when no chat was given
     * @param minMs shortest moment, milliseconds; a shorter asset gives one moment of its own
     *     length
     * @param maxMs longest moment, milliseconds
     * @param maxMoments 1 to 12
     */
    record Rank(
            UUID assetId,
            long durationMs,
            String transcriptKey,
            String analysisKey,
            @Nullable String chatKey,
            long minMs,
            long maxMs,
            int maxMoments,
            String outputPrefix,
            @Nullable Trial trial)
            implements JobSpec {}

    /**
     * Renders one moment in one or more ratios.
     *
     * @param sourceKey the original file
     * @param startMs inclusive, on the source's clock
     * @param endMs exclusive, on the source's clock
     * @param cut what is left out; absent: nothing
     * @param sound what is done to its sound; absent: nothing
     */
    record Render(
            UUID exportId,
            String sourceKey,
            String transcriptKey,
            String analysisKey,
            long startMs,
            long endMs,
            List<Ratio> ratios,
            Captions captions,
            @Nullable Brand brand,
            @Nullable Cut cut,
            @Nullable Sound sound,
            String outputPrefix,
            @Nullable Trial trial)
            implements JobSpec {
        public Render {
            ratios = List.copyOf(ratios);
        }

        /** A moment as it was spoken. */
        public Render(
                UUID exportId,
                String sourceKey,
                String transcriptKey,
                String analysisKey,
                long startMs,
                long endMs,
                List<Ratio> ratios,
                Captions captions,
                @Nullable Brand brand,
                String outputPrefix,
                @Nullable Trial trial) {
            this(
                    exportId,
                    sourceKey,
                    transcriptKey,
                    analysisKey,
                    startMs,
                    endMs,
                    ratios,
                    captions,
                    brand,
                    null,
                    null,
                    outputPrefix,
                    trial);
        }
    }

    /** Where the file of an ingest comes from. */
    sealed interface Source {
        /**
         * An object that lies in the store already.
         *
         * @param filename what its owner calls it
         * @param sha256 what its owner says that its content is, 64 hexadecimal digits; a file with
         *     another content is refused. Absent when nothing was said
         */
        record Stored(String key, String filename, @Nullable String sha256) implements Source {
            /** Whose owner said nothing about its content. */
            public Stored(String key, String filename) {
                this(key, filename, null);
            }
        }

        /** A public https address; never a private one, on any redirect. */
        record Url(String url, long maxBytes) implements Source {}

        /**
         * Nowhere: the worker makes the file itself, every time the same, for the test environment.
         */
        record Sample(Content content) implements Source {
            public enum Content {
                /** A minute of moving pictures with tones. */
                FILM,
                /** A film without a sound track. */
                SILENT_FILM,
                /** A film that was cut off in the middle of the file. */
                CUT_OFF_FILM,
                /** Words, whatever the file's name says. */
                TEXT
            }
        }
    }

    /** The customer's own transcript, in the object store. */
    record SuppliedTranscript(String key, Format format) {
        public enum Format {
            SRT,
            VTT,
            /** What is said, without times: in UTF-8, words separated by white space. */
            TXT
        }
    }

    /** Shape of a rendition; width : height. */
    enum Ratio {
        VERTICAL_9_16(1080, 1920),
        SQUARE_1_1(1080, 1080),
        PORTRAIT_4_5(1080, 1350),
        LANDSCAPE_16_9(1920, 1080);

        private final int width;
        private final int height;

        Ratio(int width, int height) {
            this.width = width;
            this.height = height;
        }

        /** Pixels. */
        public int width() {
            return width;
        }

        /** Pixels. */
        public int height() {
            return height;
        }

        /** As people write it: {@code 9:16}. */
        public String label() {
            return switch (this) {
                case VERTICAL_9_16 -> "9:16";
                case SQUARE_1_1 -> "1:1";
                case PORTRAIT_4_5 -> "4:5";
                case LANDSCAPE_16_9 -> "16:9";
            };
        }
    }

    /**
     * Whether captions are drawn into the picture, and how.
     *
     * @param wording absent: the words as they are
     */
    record Captions(boolean burnIn, Style style, @Nullable Wording wording) {
        public enum Style {
            /** Plain lines. */
            CLASSIC,
            /** The word being spoken is highlighted. */
            KARAOKE,
            /** Lines on an opaque box. */
            BOX,
            /** Word by word as they are spoken, each with a short leap. */
            POP
        }

        /**
         * What is done to the words.
         *
         * @param emphasizesKeywords whether rare words of the transcript stand in the highlight
         *     colour
         * @param masksProfanity whether coarse words are masked, in the picture and in the files
         */
        public record Wording(boolean emphasizesKeywords, boolean masksProfanity) {}
    }

    /**
     * What is left out of a clip.
     *
     * @param silences whether long pauses between words are shortened
     * @param fillers whether filler words are taken out
     */
    record Cut(boolean silences, boolean fillers) {}

    /**
     * What is done to a clip's sound.
     *
     * @param denoise whether steady noise is taken out
     * @param music laid under it; absent for none
     */
    record Sound(boolean denoise, @Nullable Music music) {
        /**
         * @param key a stranger's sound file in the object store
         * @param gainDb its loudness where nobody speaks, beside the clip's own, decibels
         */
        public record Music(String key, double gainDb) {}
    }

    /**
     * A brand kit as it was when the export was made.
     *
     * @param primaryColor {@code #RRGGBB}, as are the others
     * @param watermarkKey a PNG in the object store
     * @param watermarkOpacity 0 to 1
     * @param fontKey a TrueType or OpenType file in the object store; absent for the fleet's own
     *     fonts
     * @param lowerThird shown at the beginning of a clip; absent for none
     * @param intro shown before a clip; absent for none
     * @param outro shown behind a clip; absent for none
     */
    record Brand(
            String primaryColor,
            String textColor,
            String highlightColor,
            @Nullable String watermarkKey,
            Corner watermarkPosition,
            double watermarkOpacity,
            @Nullable String fontKey,
            @Nullable LowerThird lowerThird,
            @Nullable Bumper intro,
            @Nullable Bumper outro) {
        /** Colours and a watermark only. */
        public Brand(
                String primaryColor,
                String textColor,
                String highlightColor,
                @Nullable String watermarkKey,
                Corner watermarkPosition,
                double watermarkOpacity) {
            this(
                    primaryColor,
                    textColor,
                    highlightColor,
                    watermarkKey,
                    watermarkPosition,
                    watermarkOpacity,
                    null,
                    null,
                    null,
                    null);
        }

        public enum Corner {
            TOP_LEFT,
            TOP_RIGHT,
            BOTTOM_LEFT,
            BOTTOM_RIGHT
        }

        /**
         * A bar with words, in the brand's colours.
         *
         * @param title at least a letter
         */
        public record LowerThird(String title, @Nullable String subtitle) {}

        /**
         * A film or a still picture.
         *
         * @param key a stranger's file in the object store
         * @param stillMs how long it is shown when it is a still picture, milliseconds
         */
        public record Bumper(String key, long stillMs) {}
    }
}
