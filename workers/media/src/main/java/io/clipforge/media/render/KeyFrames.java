package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.quality.Glimpses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The frames of a file that can be decoded without the others: a look at the whole of it for a
 * small part of the work.
 *
 * @param inOrder whether the picture begins at zero and decoding times only grow
 * @param seconds when each is shown
 */
public record KeyFrames(boolean inOrder, List<Double> seconds, Glimpses pictures) {
    /** Seconds; less than a frame, more than times are rounded by. */
    private static final double EDGE = 0.005;

    public KeyFrames {
        seconds = List.copyOf(seconds);
    }

    /** Those from a time on to another, on a clock that begins with the first. */
    KeyFrames between(double from, double to) {
        var within =
                IntStream.range(0, seconds.size())
                        .filter(it -> seconds.get(it) > from - EDGE && seconds.get(it) < to - EDGE)
                        .boxed()
                        .toList();
        return new KeyFrames(
                inOrder,
                within.stream().map(it -> seconds.get(it) - from).toList(),
                new Glimpses(within.stream().map(pictures.pictures()::get).toList()));
    }

    static KeyFrames of(Ffmpeg ffmpeg, Path file, Duration length)
            throws MediaException, IOException, InterruptedException {
        var packets = packets(ffmpeg, file);
        var times = packets.stream().filter(Packet::isKey).map(Packet::shown).toList();
        var pictures = decode(ffmpeg, file, length);
        boolean complete = pictures.pictures().size() == times.size();
        return complete
                ? new KeyFrames(inOrder(packets), times, pictures)
                : new KeyFrames(false, List.of(), new Glimpses(List.of()));
    }

    private record Packet(double shown, double decoded, boolean isKey) {
        static Packet parse(String line) {
            var parts = line.split(",", -1);
            return new Packet(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    parts[2].startsWith("K"));
        }
    }

    private static List<Packet> packets(Ffmpeg ffmpeg, Path file)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-of", "csv=p=0"));
        arguments.addAll(List.of("-select_streams", "v:0"));
        arguments.addAll(List.of("-show_entries", "packet=pts_time,dts_time,flags"));
        arguments.addAll(Ffmpeg.input(file));
        var output = ffmpeg.probe(arguments, Limits.glance()).output();
        return output.lines().filter(it -> !it.isBlank()).map(Packet::parse).toList();
    }

    private static boolean inOrder(List<Packet> packets) {
        double first = packets.stream().mapToDouble(Packet::shown).min().orElse(-1);
        for (int i = 1; i < packets.size(); i++) {
            if (packets.get(i).decoded() <= packets.get(i - 1).decoded()) {
                return false;
            }
        }
        return first == 0;
    }

    private static Glimpses decode(Ffmpeg ffmpeg, Path file, Duration length)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(List.of("-skip_frame", "nokey"));
        arguments.addAll(Ffmpeg.input(file));
        arguments.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-vf", Glimpses.small(), "-c:v", "rawvideo", "-f", "rawvideo"));
        var raw = file.resolveSibling(file.getFileName() + ".keys");
        arguments.add("file:" + raw.toAbsolutePath());
        ffmpeg.run(arguments, Limits.pass(length));
        return Glimpses.read(raw);
    }
}
