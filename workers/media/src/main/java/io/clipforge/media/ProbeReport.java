package io.clipforge.media;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the JSON of ffprobe, in which numbers may be strings, {@code N/A} or absent. */
final class ProbeReport {
    private static final double MAX_SECONDS = Duration.ofDays(365).toSeconds();
    private static final double MAX_FRAME_RATE = 1000;

    private final JsonNode format;
    private final JsonNode streams;
    private final double start;

    ProbeReport(JsonNode root) {
        this.format = root.path("format");
        this.streams = root.path("streams");
        this.start = seconds(format, "start_time").orElse(0.0);
    }

    MediaInfo read(long sizeBytes) {
        var video = video();
        var audio = audio();
        var length =
                Stream.of(video, audio)
                        .flatMap(Optional::stream)
                        .flatMap(it -> end(it).stream())
                        .max(Comparator.naturalOrder())
                        .or(() -> seconds(format, "duration"))
                        .orElse(0.0);
        return new MediaInfo(
                container(),
                sizeBytes,
                duration(length),
                video.map(this::video).orElse(null),
                audio.map(this::audio).orElse(null));
    }

    /** As players choose: the default one, then the largest. */
    private Optional<JsonNode> video() {
        return streams("video")
                .filter(Predicate.not(ProbeReport::isStill))
                .filter(it -> it.path("width").asInt() > 0 && it.path("height").asInt() > 0)
                .max(isDefault().thenComparingLong(ProbeReport::pixels));
    }

    private Optional<JsonNode> audio() {
        return streams("audio")
                .max(
                        isDefault()
                                .thenComparingInt(it -> it.path("channels").asInt())
                                .thenComparingInt(it -> it.path("sample_rate").asInt()));
    }

    private MediaInfo.Video video(JsonNode stream) {
        int rotation = rotation(stream);
        double aspect = ratio(stream.path("sample_aspect_ratio").asText(), ':').orElse(1.0);
        int wide = (int) Math.max(1, Math.round(stream.path("width").asInt() * aspect));
        int high = stream.path("height").asInt();
        boolean lying = rotation % 180 != 0;
        return new MediaInfo.Video(
                stream.path("index").asInt(),
                stream.path("codec_name").asText("unknown"),
                lying ? high : wide,
                lying ? wide : high,
                frameRate(stream),
                rotation,
                offset(stream));
    }

    private MediaInfo.Audio audio(JsonNode stream) {
        return new MediaInfo.Audio(
                stream.path("index").asInt(),
                stream.path("codec_name").asText("unknown"),
                stream.path("channels").asInt(),
                stream.path("sample_rate").asInt(),
                offset(stream));
    }

    private String container() {
        var names = format.path("format_name").asText("unknown");
        if (names.startsWith("mov,")) {
            var brand = format.path("tags").path("major_brand").asText("");
            return brand.isBlank() || brand.startsWith("qt") ? "mov" : "mp4";
        }
        return names.split(",", 2)[0];
    }

    private Stream<JsonNode> streams(String type) {
        return StreamSupport.stream(streams.spliterator(), false)
                .filter(it -> it.path("codec_type").asText().equals(type));
    }

    /** Cover art and chapter pictures are video streams too. */
    private static boolean isStill(JsonNode stream) {
        var disposition = stream.path("disposition");
        return Stream.of("attached_pic", "still_image", "timed_thumbnails")
                .anyMatch(it -> disposition.path(it).asInt() == 1);
    }

    private static Comparator<JsonNode> isDefault() {
        return Comparator.<JsonNode>comparingInt(
                it -> it.path("disposition").path("default").asInt());
    }

    private static long pixels(JsonNode stream) {
        return stream.path("width").asLong() * stream.path("height").asLong();
    }

    /** ffprobe counts counter-clockwise, −180 to 180. */
    private static int rotation(JsonNode stream) {
        for (var data : stream.path("side_data_list")) {
            if (data.has("rotation")) {
                long quarters = Math.round(-data.path("rotation").asDouble() / 90);
                return (int) Math.floorMod(quarters, 4L) * 90;
            }
        }
        return 0;
    }

    private static double frameRate(JsonNode stream) {
        return Stream.of("avg_frame_rate", "r_frame_rate")
                .flatMap(it -> ratio(stream.path(it).asText(), '/').stream())
                .filter(it -> it <= MAX_FRAME_RATE)
                .findFirst()
                .orElse(25.0);
    }

    private Duration offset(JsonNode stream) {
        return duration(seconds(stream, "start_time").orElse(start) - start);
    }

    private Optional<Double> end(JsonNode stream) {
        var length = seconds(stream, "duration");
        var from = seconds(stream, "start_time").orElse(start) - start;
        return length.map(it -> from + it);
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(Math.clamp(seconds, 0, MAX_SECONDS) * 1e9));
    }

    private static Optional<Double> seconds(JsonNode node, String field) {
        return number(node.path(field).asText());
    }

    /** Two positive numbers with something between them. */
    private static Optional<Double> ratio(String text, char between) {
        int middle = text.indexOf(between);
        if (middle < 0) {
            return Optional.empty();
        }
        var over = number(text.substring(0, middle)).orElse(0.0);
        var under = number(text.substring(middle + 1)).orElse(0.0);
        return over > 0 && under > 0 ? Optional.of(over / under) : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty(); // absent or N/A
        }
    }
}
