package io.clipforge.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Starts the servers in a JVM of its own, to be killed the hard way. */
final class KilledJvm {
    private static final String READY = "ready";

    private KilledJvm() {}

    public static void main(String[] args) throws Exception {
        var servers = Servers.start(StateFolder.open(Path.of(args[0])));
        Rows.insert(servers.postgres(), "written before the kill");
        System.out.println(READY);
        Thread.currentThread().join();
    }

    /** Waits until its servers run, then kills it; they stay behind. */
    static void onceOn(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var command = List.of(java, "-cp", classPath, KilledJvm.class.getName(), folder.toString());
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (output.lines().noneMatch(READY::equals)) {
                throw new IOException("the child JVM ended with " + process.waitFor());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
