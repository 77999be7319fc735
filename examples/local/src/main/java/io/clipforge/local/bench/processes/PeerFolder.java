package io.clipforge.local.bench.processes;

import io.clipforge.local.Command;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the sources of a peer and the libraries it names lie. It stays from run to run, so that
 * libraries are fetched once.
 */
public record PeerFolder(Path path) {

    /** Puts the sources of a peer there. */
    public static PeerFolder of(String name) throws IOException {
        var folder = Command.home().toAbsolutePath().resolve("bench").resolve(name);
        Files.createDirectories(folder);
        try {
            var source =
                    Objects.requireNonNull(PeerFolder.class.getResource("peers/" + name), name)
                            .toURI();
            if (source.getScheme().equals("jar")) {
                try (var jar = FileSystems.newFileSystem(source, Map.of())) {
                    copy(jar.provider().getPath(source), folder);
                }
            } else {
                copy(Path.of(source), folder);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return new PeerFolder(folder);
    }

    /**
     * Fetches the libraries, unless those that the list names are there.
     *
     * @param list a file of the peer
     */
    public void fetch(String list, String... command) throws IOException, InterruptedException {
        var wanted = Files.readString(path.resolve(list));
        var fetched = path.resolve(list + ".fetched");
        if (Files.notExists(fetched) || !Files.readString(fetched).equals(wanted)) {
            run(command);
            Files.writeString(fetched, wanted);
        }
    }

    /** What the command printed, when it has ended well. */
    public String run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(path.toFile())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", List.of(command)) + " failed: " + output);
        }
        return output;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (var it : files.filter(Files::isRegularFile).toList()) {
                var copy = target.resolve(source.relativize(it).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(it, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
