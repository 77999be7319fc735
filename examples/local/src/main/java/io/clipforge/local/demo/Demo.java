package io.clipforge.local.demo;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.local.Command;
import io.clipforge.local.Platform;
import io.clipforge.local.sample.SampleVideo;
import io.clipforge.models.terminal.SpeechOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts the platform and does the main job on it as a customer would. */
public final class Demo {
    private static final int UNUSABLE = 2;
    private static final int USAGE = 64;

    private final Options options;
    private final Screen screen;

    private Demo(Options options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        Command.exit(() -> run(arguments));
    }

    private static int run(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (Options.UsageException e) {
            System.err.println(e.getMessage());
            return USAGE;
        }
        if (options.help()) {
            System.out.print(Options.HELP);
            return 0;
        }
        return new Demo(options, Screen.ofThisProcess()).run();
    }

    private int run() throws Exception {
        if (options.transcript().isEmpty()) {
            SpeechOffer.make(options.yes());
        }
        var start = Instant.now();
        var files = options.files().isEmpty() ? List.of(sample()) : options.files();
        double setup = Double.parseDouble(System.getProperty("clipforge.setup-seconds", "0"));
        setup += Seconds.since(start);
        var booting = Instant.now();
        var platform = Platform.startUntilExit(Command.home());
        double boot = Seconds.since(booting);
        screen.say("The platform runs on %s (docs: %1$s/docs)", platform.url());
        try (var customer = Customer.arrive(platform.url(), platform.apiKey(Environment.TEST))) {
            var maker = new ClipMaker(customer, options, screen, setup, boot);
            return makeAll(maker, files);
        }
    }

    private Path sample() throws IOException, InterruptedException {
        var folder = Command.home().resolve("sample");
        if (Files.notExists(folder)) {
            screen.say("Making a spoken sample video, once …");
        }
        return SampleVideo.in(folder).video();
    }

    private int makeAll(ClipMaker maker, List<Path> files) throws Exception {
        int code = 0;
        var taken = new HashSet<String>();
        for (var file : files) {
            var out = files.size() == 1 ? options.out() : options.out().resolve(name(file, taken));
            screen.say("%n%s", file);
            try {
                sayResult(maker.make(file, out), out);
            } catch (Unusable e) {
                System.out.flush();
                System.err.println(file + ": " + e.getMessage());
                code = UNUSABLE;
            }
        }
        return code;
    }

    private void sayResult(Report report, Path out) {
        screen.say(
                "  %s",
                report.timings().byStage().entrySet().stream()
                        .map(it -> String.format("%s %.1f s", it.getKey(), it.getValue()))
                        .collect(Collectors.joining(" · ")));
        screen.say("  %d clips in %s", report.exports().size(), out.resolve("clips"));
        screen.say("  all at a glance: %s", out.resolve("contact-sheet.jpg"));
        screen.say("  everything in figures: %s", out.resolve("report.json"));
    }

    /** The file's name without its ending, with a number when another has it already. */
    private static String name(Path file, Set<String> taken) {
        var stem = String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
        var name = stem;
        for (int i = 2; !taken.add(name); i++) {
            name = stem + "-" + i;
        }
        return name;
    }
}
