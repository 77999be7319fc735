package io.clipforge.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a finished job answers: facts and object-store keys. */
public sealed interface JobResult {

    /**
     * @param sourceKey the file itself, also when it came from a URL
     * @param audioKey 16 kHz mono WAV
     * @param proxyKey low-resolution video; absent without a picture
     * @param posterKey JPEG; absent without a picture
     * @param waveformKey JSON {@link Waveform}
     * @param parts in order, together the whole asset; empty for an asset that stays whole
     */
    record Ingested(
            MediaFacts media,
            String sourceKey,
            String audioKey,
            @Nullable String proxyKey,
            @Nullable String posterKey,
            String waveformKey,
            List<Part> parts)
            implements JobResult {
        public Ingested {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param transcriptKey JSON {@link Transcript}
     */
    record Transcribed(String transcriptKey, String language, String engine, int words)
            implements JobResult {}

    /**
     * @param analysisKey JSON {@link Analysis}
     */
    record Analyzed(String analysisKey, int shots) implements JobResult {}

    /**
     * @param momentsKey JSON {@link RankedMoments}
     * @param overviewKey SVG of the sound with the moments on it; absent from fleets that drew none
     */
    record Ranked(String momentsKey, int moments, @Nullable String overviewKey)
            implements JobResult {}

    record Rendered(List<Rendition> renditions) implements JobResult {
        public Rendered {
            renditions = List.copyOf(renditions);
        }
    }

    /**
     * What a probe found.
     *
     * @param width pixels as displayed, after rotation; absent without a picture
     * @param frameRate frames per second, average
     * @param container short name such as {@code mp4}
     */
    record MediaFacts(
            long durationMs,
            long sizeBytes,
            String container,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double frameRate,
            @Nullable String videoCodec,
            @Nullable String audioCodec) {
        public boolean hasVideo() {
            return width != null;
        }

        public boolean hasAudio() {
            return audioCodec != null;
        }
    }

    /**
     * One finished file set.
     *
     * @param integratedLufs measured on the finished file (ITU-R BS.1770-4)
     * @param truePeakDbtp measured on the finished file, dB true peak
     * @param srtKey SubRip captions on the clip's clock
     * @param vttKey WebVTT captions on the clip's clock
     * @param quality what it was measured by; absent in what older workers made
     * @param contactSheetKey JPEG of eight frames of the clip; absent in what older workers made
     */
    record Rendition(
            JobSpec.Ratio ratio,
            int width,
            int height,
            long durationMs,
            long sizeBytes,
            String videoKey,
            String srtKey,
            String vttKey,
            String thumbnailKey,
            double integratedLufs,
            double truePeakDbtp,
            @Nullable Quality quality,
            @Nullable String contactSheetKey) {}
}
