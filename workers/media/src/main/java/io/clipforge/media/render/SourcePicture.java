package io.clipforge.media.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A source's picture and what makes it plain: upright, square pixels, whole frames, standard
 * dynamic range, tagged colours.
 *
 * @param stream index in the file
 * @param size as displayed
 * @param offset when its first frame begins, seconds on the file's clock
 * @param repairs filters to apply first, joined by commas; empty for a plain picture
 * @param recoloured whether its colours are still told by another matrix than BT.709's
 */
record SourcePicture(
        int stream, Size size, FrameRate rate, double offset, String repairs, boolean recoloured) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENTRIES =
            "stream=r_frame_rate,avg_frame_rate,sample_aspect_ratio,field_order,color_space"
                    + ",color_transfer,height";
    private static final String UNKNOWN = "unknown";
    private static final String BT709 = "bt709";
    private static final List<String> INTERLACED = List.of("tt", "bb", "tb", "bt");
    private static final List<String> HIGH_DYNAMIC_RANGE = List.of("smpte2084", "arib-std-b67");
    private static final String TO_STANDARD_RANGE =
            "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
                    + "zscale=t=bt709:m=bt709:r=tv,format=yuv420p";

    static SourcePicture look(Ffmpeg ffmpeg, Path file, MediaInfo.Video video)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-of", "json"));
        arguments.addAll(List.of("-select_streams", String.valueOf(video.index())));
        arguments.addAll(List.of("-show_entries", ENTRIES));
        arguments.addAll(Ffmpeg.input(file));
        var report = JSON.readTree(ffmpeg.probe(arguments, Limits.glance()).output());
        var stream = report.path("streams").path(0);
        return new SourcePicture(
                video.index(),
                new Size(video.width(), video.height()),
                rate(stream, video.frameRate()),
                video.offset().toNanos() / 1e9,
                String.join(",", repairs(stream, video)),
                !matrix(stream).equals(BT709) && !isHighRange(stream));
    }

    private static FrameRate rate(JsonNode stream, double average) {
        var parts = stream.path("r_frame_rate").asText("0/0").split("/", 2);
        int numerator = Integer.parseInt(parts[0]);
        int denominator = Integer.parseInt(parts[1]);
        boolean told = numerator > 0 && denominator > 0;
        var base = told ? new FrameRate(numerator, denominator) : new FrameRate(1000, 1);
        return FrameRate.constant(base, average);
    }

    private static List<String> repairs(JsonNode stream, MediaInfo.Video video) {
        var repairs = new ArrayList<String>();
        if (INTERLACED.contains(stream.path("field_order").asText())) {
            repairs.add("bwdif=mode=send_frame");
        }
        if (stream.path("color_space").asText(UNKNOWN).equals(UNKNOWN)) {
            repairs.add("setparams=colorspace=" + matrix(stream));
        }
        if (isHighRange(stream)) {
            repairs.add(TO_STANDARD_RANGE);
        }
        var aspect = stream.path("sample_aspect_ratio").asText("1:1");
        if (!aspect.equals("1:1") && !aspect.startsWith("0:") && !aspect.equals("N/A")) {
            repairs.add("scale=%d:%d,setsar=1".formatted(video.width(), video.height()));
        }
        return repairs;
    }

    /** What is not told players guess by size. */
    private static String matrix(JsonNode stream) {
        var told = stream.path("color_space").asText(UNKNOWN);
        var guess = stream.path("height").asInt() >= 720 ? BT709 : "smpte170m";
        return told.equals(UNKNOWN) ? guess : told;
    }

    private static boolean isHighRange(JsonNode stream) {
        return HIGH_DYNAMIC_RANGE.contains(stream.path("color_transfer").asText());
    }
}
