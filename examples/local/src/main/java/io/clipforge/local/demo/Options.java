package io.clipforge.local.demo;

import io.clipforge.sdk.model.Ratio;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the demo is asked for.
 *
 * @param files empty for the sample
 * @param top how many clips of each file, best first
 * @param transcript an SRT or VTT file of the one file given, or what is said in it as plain text
 * @param yes whether what is offered is taken
 */
record Options(
        List<Path> files,
        Path out,
        List<Ratio> ratios,
        int top,
        Optional<Path> transcript,
        boolean yes,
        boolean help) {
    static final String HELP =
            """
            ./clipforge demo [FILE...] [--out DIR] [--ratio 9:16,1:1] [--top N] [--transcript FILE] [--yes]

            Turns videos (or sound alone) into captioned clips, as a customer's program would: over HTTP, with
            the Java SDK, on a platform started for it on this machine. Without FILE it makes a sample first.

              --out DIR          where the results go (out); with several files, into DIR/NAME of each
              --ratio LIST       shapes of each clip: 9:16, 1:1, 4:5, 16:9 (9:16)
              --top N            how many clips of each file, best first: 1 to 12 (3)
              --transcript FILE  an SRT or VTT transcript of the one FILE, used instead of speech recognition; or what is
                                 said in it as plain text (.txt), which gets the times at which it is heard
              --yes              fetch the speech model that is offered where there is none, without asking

            DIR then holds clips/01-9x16.mp4, .srt, .vtt and .jpg for the best moment in 9:16 and so on (a colon
            is no good in a file name), contact-sheet.jpg and report.json.

            It exits with 0, with 2 when a file could not be used (the others are done), with 1 when something
            broke, with 64 when it was called wrongly.
            """;
    private static final int MOST_MOMENTS = 12;

    /** The message says what is wrong with the command line. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message + "; ./clipforge demo --help tells what can be said");
        }
    }

    static Options parse(String... arguments) throws UsageException {
        var files = new ArrayList<Path>();
        var out = Path.of("out");
        var ratios = List.of(Ratio.VERTICAL_9_16);
        int top = 3;
        var transcript = Optional.<Path>empty();
        boolean yes = false;
        boolean help = false;
        var left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            var argument = left.removeFirst();
            switch (argument) {
                case "--help", "-h" -> help = true;
                case "--yes" -> yes = true;
                case "--out" -> out = Path.of(value(argument, left));
                case "--ratio" -> ratios = ratios(value(argument, left));
                case "--top" -> top = top(value(argument, left));
                case "--transcript" -> transcript = Optional.of(subtitles(value(argument, left)));
                default -> files.add(file(argument));
            }
        }
        if (transcript.isPresent() && files.size() != 1) {
            throw new UsageException("--transcript belongs to exactly one file");
        }
        return new Options(List.copyOf(files), out, ratios, top, transcript, yes, help);
    }

    /** The shape in a file name of any system. */
    static String fileName(Ratio ratio) {
        return ratio.getValue().replace(':', 'x');
    }

    private static String value(String option, Deque<String> left) throws UsageException {
        if (left.isEmpty()) {
            throw new UsageException(option + " needs a value");
        }
        return left.removeFirst();
    }

    private static Path file(String argument) throws UsageException {
        if (argument.startsWith("--")) {
            throw new UsageException("there is no option " + argument);
        }
        return Path.of(argument);
    }

    private static List<Ratio> ratios(String list) throws UsageException {
        var ratios = Arrays.stream(list.split(",", -1)).map(Ratio::fromValue).distinct().toList();
        if (ratios.contains(Ratio.UNKNOWN)) {
            throw new UsageException("--ratio takes 9:16, 1:1, 4:5 and 16:9, parted by commas");
        }
        return ratios;
    }

    private static int top(String number) throws UsageException {
        if (!number.matches("[1-9]|1[0-2]")) {
            throw new UsageException("--top takes a number from 1 to " + MOST_MOMENTS);
        }
        return Integer.parseInt(number);
    }

    private static Path subtitles(String file) throws UsageException {
        if (!file.toLowerCase(Locale.ROOT).matches(".*\\.(srt|vtt|txt)")) {
            throw new UsageException("--transcript takes a .srt, .vtt or .txt file");
        }
        return Path.of(file);
    }
}
