package io.clipforge.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A worker process of its own, whose job never ends, for a test to kill. */
final class DoomedFleet {
    private DoomedFleet() {}

    public static void main(String[] arguments) throws Exception {
        var handler = ScriptedHandler.waiting(new CountDownLatch(1));
        var fleet = new TestFleet(arguments[0], Path.of(arguments[1]), nowhere(), handler);
        fleet.loop.start();
        Thread.currentThread().join();
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
