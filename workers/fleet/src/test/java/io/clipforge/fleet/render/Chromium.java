package io.clipforge.fleet.render;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A browser without a window that shows one page. */
record Chromium(Process process) implements AutoCloseable {
    /** Debian's has the codecs; {@code ./clipforge setup} installs it. */
    private static final String PROGRAM = "chromium-headless-shell";

    static Chromium show(URI page, Path profile) throws IOException {
        var command =
                List.of(
                        PROGRAM,
                        "--no-sandbox", // root may not use it
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--autoplay-policy=no-user-gesture-required",
                        "--remote-debugging-port=0", // else it ends when the page is loaded
                        "--user-data-dir=" + profile,
                        page.toString());
        try {
            return new Chromium(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(profile.resolveSibling("chromium.log").toFile())
                            .start());
        } catch (IOException e) {
            throw new IOException(PROGRAM + " is missing; ./clipforge setup installs it", e);
        }
    }

    @Override
    public void close() {
        var helpers = process.descendants().toList();
        process.destroy();
        process.onExit().join();
        helpers.forEach(ProcessHandle::destroyForcibly);
    }
}
