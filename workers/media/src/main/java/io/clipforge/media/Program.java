package io.clipforge.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Another program of the machine, bounded in the same way as {@link Ffmpeg}. */
public final class Program {
    private static final long GIB = 1L << 30;

    private final Path executable;
    private final Sandbox sandbox = new Sandbox(null, 4 * GIB, Watch.NOBODY);

    public Program(Path executable) {
        this.executable = executable;
    }

    /** Looks where packages install programs. */
    public static Optional<Program> find(String name) {
        return Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Program::new);
    }

    /**
     * Runs it to its end.
     *
     * @return the last lines of its standard error
     * @throws MediaException when it did not end well, or within the limits
     */
    public String run(List<String> arguments, Limits limits)
            throws MediaException, IOException, InterruptedException {
        try (var process = sandbox.start(executable, arguments, limits)) {
            process.await(
                    process.read(output -> output.transferTo(OutputStream.nullOutputStream())));
            return process.log();
        }
    }
}
