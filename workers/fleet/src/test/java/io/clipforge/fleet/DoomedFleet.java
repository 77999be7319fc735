package io.clipforge.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker process of its own, whose job never ends, for a test to kill. */
final class DoomedFleet {
    private DoomedFleet() {}

    public static void main(String[] arguments) throws Exception {
        var handler = ScriptedHandler.waiting(new CountDownLatch(1));
        var settings = TestFleet.small(Path.of(arguments[1]));
        try (var _ = new TestFleet(arguments[0], nowhere(), settings, List.of(handler))) {
            Thread.currentThread().join();
        }
    }

    /** Its job stores nothing. */
    private static StorageSettings nowhere() {
        return new StorageSettings(URI.create("http://127.0.0.1:1"), "r", "b", "k", "s");
    }

    static Process launch(String redis, Path workspaces) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        DoomedFleet.class.getName(),
                        redis,
                        workspaces.toString())
                .inheritIO()
                .start();
    }
}
