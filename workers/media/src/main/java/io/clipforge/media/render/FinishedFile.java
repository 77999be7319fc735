package io.clipforge.media.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.Loudness;
import io.clipforge.media.MediaException;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a finished clip measures; nothing here is what was asked for.
 *
 * @param videoSeconds as the picture's track says
 * @param audioSeconds as the sound's track says
 * @param startsApart seconds between the beginnings of picture and sound
 * @param encoding such as {@code h264 High yuv420p, aac}
 * @param playsAtOnce the index lies before the media
 * @param keyFrames at least one of them is in every two seconds
 */
public record FinishedFile(
        Size size,
        double videoSeconds,
        double audioSeconds,
        double startsApart,
        int frames,
        String encoding,
        boolean playsAtOnce,
        KeyFrames keyFrames,
        Loudness.Course sound,
        long sizeBytes) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENTRIES =
            "stream=codec_name,profile,pix_fmt,width,height,start_time,duration,nb_frames";

    static FinishedFile inspect(Ffmpeg ffmpeg, Path file)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-of", "json"));
        arguments.addAll(List.of("-show_entries", ENTRIES));
        arguments.addAll(Ffmpeg.input(file));
        var streams =
                JSON.readTree(ffmpeg.probe(arguments, Limits.glance()).output()).path("streams");
        var video = streams.path(0);
        var audio = streams.path(1);
        double seconds = audio.path("duration").asDouble();
        var length = Duration.ofMillis(Math.round(seconds * 1000));
        return new FinishedFile(
                new Size(video.path("width").asInt(), video.path("height").asInt()),
                video.path("duration").asDouble(),
                seconds,
                Math.abs(start(video) - start(audio)),
                video.path("nb_frames").asInt(),
                encoding(video, audio),
                indexFirst(file),
                KeyFrames.of(ffmpeg, file, length),
                new Loudness(ffmpeg).course(file, 1, length),
                Files.size(file));
    }

    public Duration duration() {
        return Duration.ofNanos(Math.round(videoSeconds * 1e9));
    }

    public Loudness.Measured loudness() {
        return sound.whole();
    }

    private static double start(JsonNode stream) {
        return stream.path("start_time").asDouble();
    }

    private static String encoding(JsonNode video, JsonNode audio) {
        return "%s %s %s, %s"
                .formatted(
                        video.path("codec_name").asText(),
                        video.path("profile").asText(),
                        video.path("pix_fmt").asText(),
                        audio.path("codec_name").asText());
    }

    /** Whether {@code moov} comes before {@code mdat}. */
    private static boolean indexFirst(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var header = ByteBuffer.allocate(8);
            while (channel.read(header.clear()) == header.capacity()) {
                var name = StandardCharsets.US_ASCII.decode(header.flip().slice(4, 4)).toString();
                if (name.equals("moov") || name.equals("mdat")) {
                    return name.equals("moov");
                }
                long size = Integer.toUnsignedLong(header.getInt(0));
                channel.position(channel.position() - 8 + Math.max(8, size));
            }
            return false;
        }
    }
}
