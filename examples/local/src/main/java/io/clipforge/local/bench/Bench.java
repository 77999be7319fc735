package io.clipforge.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** {@code bench [NAME] [--json FILE]}: without a name, lists what can be measured. */
public final class Bench {
    private static final List<Benchmark> ALL = List.of(new Boot());

    private Bench() {}

    /** What the JSON file holds. */
    private record Report(String benchmark, String machine, List<Figure> figures) {}

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            ALL.forEach(it -> System.out.printf("%-8s %s%n", it.name(), it.summary()));
            return;
        }
        var benchmark = ALL.stream().filter(it -> it.name().equals(args[0])).findFirst();
        boolean toFile = args.length == 3 && args[1].equals("--json");
        if (benchmark.isEmpty() || !(args.length == 1 || toFile)) {
            System.err.println("bench [NAME] [--json FILE]; without NAME it lists the names");
            System.exit(1);
        }
        var report = new Report(args[0], machine(), benchmark.orElseThrow().measure());
        print(report);
        if (toFile) {
            write(report, Path.of(args[2]));
        }
    }

    private static void print(Report report) {
        System.out.println(report.machine());
        for (var it : report.figures()) {
            System.out.printf(
                    "%s: %.2f %s, %s %.2f %s, ratio %.2f%n",
                    it.name(),
                    it.ours(),
                    it.unit(),
                    it.peerName(),
                    it.peer(),
                    it.unit(),
                    it.ratio());
        }
    }

    private static void write(Report report, Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), report);
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %s %s %s, %s %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getName(),
                        system.getVersion(),
                        system.getArch(),
                        System.getProperty("java.vm.vendor"),
                        Runtime.version());
    }
}
