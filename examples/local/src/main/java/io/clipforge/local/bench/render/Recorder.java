package io.clipforge.local.bench.render;

import io.clipforge.media.FfmpegSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * An ffmpeg that writes down what it is asked for, so that the same can be asked again without us.
 *
 * @param log a folder with one file for each run: its arguments, separated by NUL
 */
record Recorder(FfmpegSettings real, Path program, Path log) {
    private static final String ENCODES = "-/filter_complex";

    static Recorder in(Path folder) throws IOException {
        var real = FfmpegSettings.bundled();
        var log = Files.createDirectory(folder.resolve("runs"));
        var program = folder.resolve("ffmpeg");
        var script =
                """
                #!/bin/sh
                printf '%%s\\0' "$@" > '%s'/$$
                LD_LIBRARY_PATH='%s' exec '%s' "$@"
                """
                        .formatted(log, real.libraries(), real.ffmpeg());
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Recorder(real, program, log);
    }

    /** With which everything is written down. */
    FfmpegSettings settings() {
        return new FfmpegSettings(
                program, real.ffprobe(), real.libraries(), real.addressSpaceBytes());
    }

    /** The runs that made pictures, and nothing else, since they were forgotten. */
    List<List<String>> encodes() throws IOException {
        var encodes = new ArrayList<List<String>>();
        try (var runs = Files.newDirectoryStream(log)) {
            for (var run : runs) {
                var arguments = List.of(Files.readString(run).split("\0"));
                if (arguments.contains(ENCODES)) {
                    encodes.add(arguments);
                }
            }
        }
        return encodes;
    }

    void forget() throws IOException {
        try (var runs = Files.newDirectoryStream(log)) {
            for (var run : runs) {
                Files.delete(run);
            }
        }
    }

    /** As a person types it. */
    void run(List<String> arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(real.ffmpeg().toString());
        builder.command().addAll(arguments);
        builder.environment().put("LD_LIBRARY_PATH", String.valueOf(real.libraries()));
        var process =
                builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg ended with " + process.exitValue());
        }
    }
}
