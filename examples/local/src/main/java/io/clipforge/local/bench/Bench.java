package io.clipforge.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clipforge.local.Command;
import io.clipforge.local.bench.asr.AsrBenchmark;
import io.clipforge.local.bench.captions.CaptionsBenchmark;
import io.clipforge.local.bench.chaos.ChaosBenchmark;
import io.clipforge.local.bench.fairness.FairnessBenchmark;
import io.clipforge.local.bench.http.HttpBenchmark;
import io.clipforge.local.bench.http.OverheadBenchmark;
import io.clipforge.local.bench.http.SoakBenchmark;
import io.clipforge.local.bench.jobs.JobsBenchmark;
import io.clipforge.local.bench.longform.LongformBenchmark;
import io.clipforge.local.bench.loudness.LoudnessBenchmark;
import io.clipforge.local.bench.rank.RankBenchmark;
import io.clipforge.local.bench.reframe.ReframeBenchmark;
import io.clipforge.local.bench.render.RenderBenchmark;
import io.clipforge.local.bench.shots.ShotsBenchmark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** {@code bench [NAME] [--json FILE] [OPTIONS]}: without a name, lists what can be measured. */
public final class Bench {
    private static final int USAGE = 64;
    private static final List<Benchmark> ALL =
            List.of(
                    new Boot(),
                    new JobsBenchmark(),
                    new FairnessBenchmark(),
                    new ChaosBenchmark(),
                    new HttpBenchmark(),
                    new OverheadBenchmark(),
                    new SoakBenchmark(),
                    new ShotsBenchmark(),
                    new ReframeBenchmark(),
                    new RenderBenchmark(),
                    new LoudnessBenchmark(),
                    new RankBenchmark(),
                    new CaptionsBenchmark(),
                    new AsrBenchmark(),
                    new LongformBenchmark());

    private Bench() {}

    /** What the JSON file holds. */
    private record Report(
            String benchmark, String machine, List<Figure> figures, List<String> broken) {}

    public static void main(String[] arguments) {
        Command.exit(() -> run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws Exception {
        if (arguments.isEmpty()) {
            ALL.forEach(it -> System.out.printf("%-8s %s%n", it.name(), it.summary()));
            return 0;
        }
        var name = arguments.getFirst();
        var benchmark = ALL.stream().filter(it -> it.name().equals(name)).findFirst();
        if (benchmark.isEmpty()) {
            System.err.println(
                    "there is no benchmark '" + name + "'; without NAME bench lists them");
            return USAGE;
        }
        Options options;
        try {
            options = Options.parse(arguments.subList(1, arguments.size()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return USAGE;
        }
        var outcome = benchmark.get().measure(options);
        var report = new Report(name, machine(), outcome.figures(), outcome.broken());
        print(report);
        var file = options.find("json");
        if (file.isPresent()) {
            write(report, Path.of(file.get()));
        }
        return outcome.broken().isEmpty() ? 0 : Command.FAILED;
    }

    private static void print(Report report) {
        System.out.println(report.machine());
        report.figures().forEach(it -> System.out.println(it.line()));
        if (!report.broken().isEmpty()) {
            System.err.printf("%n%d PROMISES BROKEN%n", report.broken().size());
            report.broken().forEach(it -> System.err.println("  " + it));
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
