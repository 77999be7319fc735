package io.clipforge.local.bench;

import io.clipforge.local.Platform;
import io.clipforge.local.Servers;
import io.clipforge.local.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From the start of a JVM to a platform that answers, beside the servers it cannot do without. */
final class Boot implements Benchmark {
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "boot";
    }

    @Override
    public String summary() {
        return "from nothing to a platform that answers, beside its PostgreSQL, Redis and S3 alone";
    }

    @Override
    public Outcome measure(Options options) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("clipforge-boot");
        try {
            seconds("platform", folder); // makes and migrates the database
            double ours = median("platform", folder);
            double servers = median("servers", folder);
            return Outcome.of(
                    List.of(
                            Figure.lessIsBetter(
                                    "start",
                                    "s",
                                    ours,
                                    servers,
                                    "PostgreSQL, Redis and S3 alone")));
        } finally {
            Stage.delete(folder);
        }
    }

    /**
     * Starts {@code platform} or {@code servers} on a folder and prints this JVM's age in seconds.
     */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[1]);
        if (args[0].equals("platform")) {
            try (var _ = Platform.start(folder)) {
                printAge();
            }
        } else {
            try (var state = StateFolder.open(folder);
                    var _ = Servers.start(state)) {
                printAge();
            }
        }
        System.exit(0);
    }

    private static void printAge() {
        var born = ProcessHandle.current().info().startInstant().orElseThrow();
        System.out.println(Duration.between(born, Instant.now()).toMillis() / 1000.0);
    }

    private static double median(String subject, Path folder)
            throws IOException, InterruptedException {
        var runs = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(seconds(subject, folder));
        }
        return Quantiles.of(runs).median();
    }

    private static double seconds(String subject, Path folder)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dclipforge.home=" + folder,
                                Boot.class.getName(),
                                subject,
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the " + subject + " did not start: " + output);
        }
        return Double.parseDouble(output.strip());
    }
}
