package io.clipforge.local.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a control plane is at one moment.
 *
 * @param process that was looked at, as {@code control-plane-1.2} after its second start
 * @param seconds since the soak began
 * @param liveBytes of the heap, after a full collection
 * @param threadNames of the program; those of the compiler and the collector come and go
 * @param active connections to PostgreSQL that somebody holds
 */
record Vitals(
        String process, double seconds, long liveBytes, List<String> threadNames, int active) {
    /** Of a dump: a thread that has a number, which those of the collector have not. */
    private static final Pattern THREAD = Pattern.compile("\"(.+?)\" #\\d+ .*");

    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThread.*");
    private static final String TOTAL = "Total";
    private static final String ACTIVE = "hikaricp_connections_active{";

    Vitals {
        threadNames = List.copyOf(threadNames);
    }

    /** Makes the JVM collect all its garbage. */
    static Vitals look(Plane plane, double seconds) throws IOException, InterruptedException {
        var metrics = metrics(plane.port());
        return new Vitals(
                plane.member().incarnation(),
                seconds,
                liveBytes(jcmd(plane.member().pid(), "GC.class_histogram")),
                threadNames(jcmd(plane.member().pid(), "Thread.print")),
                sum(metrics, ACTIVE));
    }

    /** Of a class histogram, whose last line is: Total, instances, bytes. */
    static long liveBytes(List<String> histogram) {
        return histogram.stream()
                .filter(it -> it.startsWith(TOTAL))
                .map(it -> it.strip().split("\\s+", -1))
                .mapToLong(it -> Long.parseLong(it[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no total: " + histogram));
    }

    /**
     * Of metrics as Prometheus reads them.
     *
     * @param name of the lines to add up, or how it begins
     */
    static int sum(List<String> metrics, String name) {
        return metrics.stream()
                .filter(it -> it.startsWith(name))
                .map(it -> it.substring(it.lastIndexOf(' ') + 1))
                .mapToInt(it -> (int) Double.parseDouble(it))
                .sum();
    }

    int threads() {
        return threadNames.size();
    }

    /** Of a thread dump. */
    static List<String> threadNames(List<String> dump) {
        return dump.stream()
                .map(THREAD::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(1))
                .filter(it -> !COMPILER.matcher(it).matches())
                .toList();
    }

    private static List<String> jcmd(long pid, String command)
            throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process =
                new ProcessBuilder(jcmd, Long.toString(pid), command)
                        .redirectErrorStream(true)
                        .start();
        var lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        if (process.waitFor() != 0) {
            throw new IOException("process " + pid + " does not answer to " + command);
        }
        return lines;
    }

    private static List<String> metrics(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + port + "/prometheus");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines())
                    .body()
                    .toList();
        }
    }
}
