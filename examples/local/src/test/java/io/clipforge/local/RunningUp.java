package io.clipforge.local;

import io.clipforge.sdk.ClipForge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What {@code ./clipforge up} starts, in a JVM of its own. */
record RunningUp(Process process, ClipForge client) implements AutoCloseable {
    private static final Pattern API = Pattern.compile("  API +(\\S+)/v1");
    private static final Pattern KEY = Pattern.compile("  test key +(\\S+)");

    static RunningUp on(Path folder) throws IOException {
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dclipforge.home=" + folder,
                                Up.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // as many jobs at once as this test wants to interrupt
        builder.environment().put("CLIPFORGE_FLEET_SLOTS", "4");
        var process = builder.start();
        var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var url = await(API, output);
        var key = await(KEY, output);
        return new RunningUp(process, ClipForge.builder().baseUrl(url).apiKey(key).build());
    }

    private static String await(Pattern line, BufferedReader output) throws IOException {
        for (var text = output.readLine(); text != null; text = output.readLine()) {
            var matcher = line.matcher(text);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        throw new IOException("the platform did not start");
    }

    /** Its servers stay behind. */
    void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
