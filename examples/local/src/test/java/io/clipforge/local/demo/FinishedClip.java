package io.clipforge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Loader;

/** A file as ffprobe and ffmpeg find it, whatever the platform says about it. */
record FinishedClip(Path file) {
    private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(-?[\\d.]+) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[\\d.]+) dBFS");

    JsonNode stream(String type) throws IOException, InterruptedException {
        var arguments = "-v error -of json -show_streams".split(" ");
        var json = new ObjectMapper().readTree(run(org.bytedeco.ffmpeg.ffprobe.class, arguments));
        return StreamSupport.stream(json.path("streams").spliterator(), false)
                .filter(it -> it.path("codec_type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    double seconds(String type) throws IOException, InterruptedException {
        return stream(type).path("duration").asDouble();
    }

    /** EBU R 128 of the whole file. */
    double integratedLufs() throws IOException, InterruptedException {
        return last(INTEGRATED, loudness());
    }

    double truePeakDbtp() throws IOException, InterruptedException {
        return last(PEAK, loudness());
    }

    BufferedImage frame(double seconds) throws IOException, InterruptedException {
        var png =
                run(
                        org.bytedeco.ffmpeg.ffmpeg.class,
                        ("-v error -ss " + seconds + " -frames:v 1 -c:v png -f image2pipe pipe:1")
                                .split(" "));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private String loudness() throws IOException, InterruptedException {
        var arguments = "-hide_banner -nostats -af ebur128=peak=true -vn -f null -".split(" ");
        return new String(run(org.bytedeco.ffmpeg.ffmpeg.class, arguments), StandardCharsets.UTF_8);
    }

    private static double last(Pattern figure, String log) {
        return figure.matcher(log)
                .results()
                .map(it -> Double.parseDouble(it.group(1)))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private byte[] run(Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        var executable = Path.of(Loader.load(program));
        var command = new ArrayList<>(List.of(executable.toString(), "-i", file.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var libraries = Objects.requireNonNull(executable.getParent()).toString();
        builder.environment().put("LD_LIBRARY_PATH", libraries);
        var process = builder.start();
        var output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(new String(output, StandardCharsets.UTF_8));
        }
        return output;
    }
}
