package io.clipforge.local.bench.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The peer: BullMQ in Node.js, as many processes as {@code peer.mjs} says. */
final class Bullmq implements AutoCloseable {
    static final String NAME = "BullMQ";

    private static final List<String> FILES =
            List.of(
                    "package.json",
                    "package-lock.json",
                    "peer.mjs",
                    "crew.mjs",
                    "answering.mjs",
                    "producer.mjs",
                    "worker.mjs",
                    "quantile.mjs");

    private final Path folder;
    private volatile @Nullable Process running;

    private Bullmq(Path folder) {
        this.folder = folder;
    }

    /**
     * What one run of the peer found.
     *
     * @param streaming jobs that are added while others are processed
     * @param drain jobs that lay there before
     */
    record Measured(Flow streaming, Flow drain, Paced paced) {}

    /** Puts the program and the libraries it names into a folder. */
    static Bullmq in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (var file : FILES) {
            try (var source = Bullmq.class.getResourceAsStream("bullmq/" + file)) {
                Files.copy(
                        Objects.requireNonNull(source, file),
                        folder.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var peer = new Bullmq(folder);
        peer.run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"), "");
        return peer;
    }

    Measured measure(String redisUrl, List<String> options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "peer.mjs"));
        command.addAll(options);
        var output = run(command, redisUrl);
        return new ObjectMapper().readValue(output, Measured.class);
    }

    private String run(List<String> command, String redisUrl)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // not on the command line, where everyone on the machine could read the password
        builder.environment().put("REDIS_URL", redisUrl);
        var process = start(builder);
        running = process;
        try {
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } finally {
            close();
        }
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        var process = running;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException(
                    "The peer needs Node.js 20 or newer with npm:"
                            + " install it from https://nodejs.org/en/download",
                    e);
        }
    }
}
