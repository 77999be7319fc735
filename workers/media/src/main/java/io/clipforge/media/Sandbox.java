package io.clipforge.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a program in its own session, with limits, without a network and with a clean environment.
 *
 * <p>{@code setsid}, {@code unshare} and {@code prlimit} replace themselves by what they start, so
 * the process Java knows is the program itself and its id names the whole group.
 */
final class Sandbox {
    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final int OPEN_FILES = 256;

    private final Path setsid = program("setsid");
    private final Path prlimit = program("prlimit");
    private final List<String> withoutNetwork = withoutNetwork();
    private final @Nullable Path libraries;
    private final long addressSpaceBytes;
    private final Watch watch;

    Sandbox(@Nullable Path libraries, long addressSpaceBytes, Watch watch) {
        this.libraries = libraries;
        this.addressSpaceBytes = addressSpaceBytes;
        this.watch = watch;
    }

    MediaProcess start(Path executable, List<String> arguments, Limits limits) throws IOException {
        var command = new ArrayList<String>();
        command.add(setsid.toString());
        command.addAll(withoutNetwork);
        command.addAll(bounds(limits));
        command.add(executable.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
        var environment = builder.environment();
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("AV_LOG_FORCE_NOCOLOR", "1");
        if (libraries != null) {
            environment.put("LD_LIBRARY_PATH", libraries.toString());
        }
        var process = builder.start();
        var seen = watch.started(executable);
        var _ = process.onExit().thenRun(seen::close);
        return new MediaProcess(process, limits);
    }

    /** Whether the kernel itself keeps the program away from every network. */
    boolean hasNoNetwork() {
        return !withoutNetwork.isEmpty();
    }

    private List<String> bounds(Limits limits) {
        long cpu = limits.cpu().plusMillis(999).toSeconds();
        var bounds = new ArrayList<String>();
        bounds.add(prlimit.toString());
        // ffmpeg ends by itself at the soft limit; a program that does not is killed at the hard
        // one
        bounds.add("--cpu=" + cpu + ":" + (cpu + 5));
        bounds.add("--fsize=" + limits.fileBytes());
        bounds.add("--nofile=" + OPEN_FILES);
        bounds.add("--core=0");
        if (addressSpaceBytes > 0) {
            bounds.add("--as=" + addressSpaceBytes);
        }
        return bounds;
    }

    /**
     * Root may leave the network at once, others through a user namespace where the kernel allows
     * it. Elsewhere the protocol whitelist of {@link Ffmpeg#input} stands alone.
     */
    private static List<String> withoutNetwork() {
        var unshare = find("unshare").map(Path::toString).orElse("unshare");
        var root = List.of(unshare, "--net");
        var user = List.of(unshare, "--user", "--map-current-user", "--net");
        for (var prefix : List.of(root, user)) {
            if (works(prefix)) {
                return prefix;
            }
        }
        log.warn(
                "This machine allows no network namespace: ffmpeg is kept to files by options only");
        return List.of();
    }

    private static boolean works(List<String> prefix) {
        var command =
                Stream.concat(prefix.stream(), Stream.of(program("true").toString())).toList();
        var discard = ProcessBuilder.Redirect.DISCARD;
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(discard)
                            .redirectError(discard)
                            .start();
            return process.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue() == 0;
        } catch (IOException _) {
            return false; // no such program
        }
    }

    private static Path program(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalStateException(name + " is missing: install util-linux"));
    }

    private static Optional<Path> find(String name) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
