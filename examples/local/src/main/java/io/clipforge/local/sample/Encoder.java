package io.clipforge.local.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.Loader;

/** Encodes drawings with the bundled ffmpeg. */
final class Encoder {
    private Encoder() {}

    /** Raw BGR frames of {@link Frames#WIDTH} by {@link Frames#HEIGHT}. */
    @FunctionalInterface
    interface Drawings {
        void write(OutputStream frames) throws IOException;
    }

    /**
     * @param rate of the drawings, as ffmpeg takes it
     * @param arguments behind the drawings: further inputs, and how to encode
     */
    static void encode(String rate, List<String> arguments, Path video, Drawings drawings)
            throws IOException, InterruptedException {
        var ffmpeg = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        var command = new ArrayList<>(List.of(ffmpeg.toString()));
        command.addAll(List.of("-hide_banner -v error -y".split(" ")));
        command.addAll(
                List.of(
                        "-f rawvideo -pix_fmt bgr24 -s %dx%d -r %s -i pipe:0"
                                .formatted(Frames.WIDTH, Frames.HEIGHT, rate)
                                .split(" ")));
        command.addAll(arguments);
        command.add(video.toString());
        var builder = new ProcessBuilder(command);
        var libraries = Objects.requireNonNull(ffmpeg.getParent()).toString();
        builder.environment().put("LD_LIBRARY_PATH", libraries);
        var process =
                builder.redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var frames = process.getOutputStream()) {
            drawings.write(frames);
        }
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg could not encode " + video);
        }
    }
}
