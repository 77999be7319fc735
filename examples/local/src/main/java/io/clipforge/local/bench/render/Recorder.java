package io.clipforge.local.bench.render;

import io.clipforge.media.FfmpegSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * An ffmpeg that writes down what it is asked for, so that the same can be asked again without us.
 *
 * @param log a folder with one file for each run: its arguments, separated by NUL
 */
record Recorder(FfmpegSettings real, Path program, Path log) {
    private static final String PICTURE = "-/filter_complex";
    private static final String SOUND = "aac";

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

    /**
     * What a clip comes down to, the captions apart.
     *
     * @param sound the last time it was encoded
     */
    record Encodes(List<String> sound, List<String> picture) {
        private static final Encodes NONE = new Encodes(List.of(), List.of());

        /** One after the other. */
        List<List<String>> whole() {
            return List.of(sound, picture);
        }

        private Encodes with(List<String> run) {
            if (run.contains(PICTURE)) {
                return new Encodes(sound, run);
            }
            return run.contains(SOUND) ? new Encodes(run, picture) : this;
        }
    }

    /** Of each clip since they were forgotten. */
    List<Encodes> encodes() throws IOException {
        var encodes = new TreeMap<Path, Encodes>();
        for (var run : runs()) {
            var arguments = List.of(Files.readString(run).split("\0"));
            var output = Path.of(arguments.getLast().replaceFirst("^file:", ""));
            if (output.getParent() != null) {
                encodes.merge(
                        output.getParent(),
                        Encodes.NONE.with(arguments),
                        (before, _) -> before.with(arguments));
            }
        }
        return encodes.values().stream().filter(it -> !it.picture().isEmpty()).toList();
    }

    /** In the order of time. */
    private List<Path> runs() throws IOException {
        try (var runs = Files.list(log)) {
            return runs.sorted(Comparator.comparingLong(it -> it.toFile().lastModified())).toList();
        }
    }

    void forget() throws IOException {
        for (var run : runs()) {
            Files.delete(run);
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
