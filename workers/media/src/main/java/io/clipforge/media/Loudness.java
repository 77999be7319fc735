package io.clipforge.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Measures loudness as ITU-R BS.1770-4 and EBU R 128 say, with ffmpeg's {@code ebur128}. */
public final class Loudness {
    /** Absolute gate of the standard: what is quieter counts as silence. */
    public static final double SILENCE_LUFS = -70;

    /** Stands for no signal at all. */
    public static final double NO_PEAK_DBTP = -120;

    /** Between two values of {@link #momentary}. */
    public static final Duration HOP = Duration.ofMillis(100);

    private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(\\S+) LUFS");
    private static final Pattern RANGE = Pattern.compile("LRA:\\s+(\\S+) LU");
    private static final Pattern TRUE_PEAK = Pattern.compile("Peak:\\s+(\\S+) dBFS");
    private static final String MOMENTARY = "lavfi.r128.M";
    private static final String PRINTED =
            "framelog=quiet,ametadata=mode=print:key=%s:file=-".formatted(MOMENTARY);

    private final Ffmpeg ffmpeg;

    public Loudness(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * @param integratedLufs −70 for silence
     * @param truePeakDbtp largest of the four times oversampled signal; −120 for none
     * @param rangeLu EBU Tech 3342
     */
    public record Measured(double integratedLufs, double truePeakDbtp, double rangeLu) {}

    /**
     * A track as a whole and as it goes on.
     *
     * @param momentary as {@link #momentary} gives it
     */
    public record Course(Measured whole, List<Double> momentary) {
        public Course {
            momentary = List.copyOf(momentary);
        }

        /** The same with the momentary values from one time on to another, seconds. */
        public Course between(double from, double to) {
            double hop = HOP.toMillis() / 1e3;
            int first = (int) Math.min(Math.ceil(from / hop - 1e-6), (double) momentary.size());
            int next = (int) Math.min(Math.floor(to / hop + 1e-6), (double) momentary.size());
            return new Course(whole, momentary.subList(first, Math.max(first, next)));
        }
    }

    /** Both measures in one pass. */
    public Course course(Path file, int stream, Duration length)
            throws MediaException, IOException, InterruptedException {
        var values = new ArrayList<Double>();
        var arguments = new ArrayList<>(List.of("-loglevel", "info"));
        arguments.addAll(analysis(file, stream, "ebur128=peak=true:metadata=1:" + PRINTED));
        var log = ffmpeg.lines(arguments, Limits.pass(length), line -> keep(line, values)).log();
        return new Course(measured(log), values);
    }

    /** Measures a whole track, to a tenth. */
    public Measured measure(Path file, int stream, Duration length)
            throws MediaException, IOException, InterruptedException {
        var filter = "ebur128=peak=true:framelog=quiet";
        var arguments = new ArrayList<>(List.of("-loglevel", "info"));
        arguments.addAll(analysis(file, stream, filter));
        return measured(ffmpeg.run(arguments, Limits.pass(length)).log());
    }

    /**
     * Momentary loudness every {@link #HOP}, LUFS, −70 for silence. Value {@code i} looks at the
     * 400 ms before {@code (i + 1) * HOP}; the first three therefore say silence.
     */
    public List<Double> momentary(Path file, int stream, Duration length)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error"));
        arguments.addAll(analysis(file, stream, "ebur128=metadata=1:" + PRINTED));
        var values = new ArrayList<Double>();
        ffmpeg.lines(arguments, Limits.pass(length), line -> keep(line, values));
        return List.copyOf(values);
    }

    private static void keep(String line, List<Double> values) {
        if (line.startsWith(MOMENTARY)) {
            var text = line.substring(MOMENTARY.length() + 1);
            values.add(Math.max(SILENCE_LUFS, number(text)));
        }
    }

    private static Measured measured(String log) {
        var summary = log.substring(Math.max(0, log.lastIndexOf("Summary:")));
        return new Measured(
                Math.max(SILENCE_LUFS, value(INTEGRATED, summary)),
                Math.max(NO_PEAK_DBTP, value(TRUE_PEAK, summary)),
                value(RANGE, summary));
    }

    private static List<String> analysis(Path file, int stream, String filter) {
        var arguments = new ArrayList<>(Ffmpeg.input(file));
        arguments.addAll(List.of("-map", "0:" + stream, "-af", filter, "-f", "null", "-"));
        return arguments;
    }

    private static double value(Pattern pattern, String summary) {
        var match = pattern.matcher(summary);
        if (!match.find()) {
            throw new IllegalStateException("no loudness in: " + summary);
        }
        return number(match.group(1));
    }

    private static double number(String text) {
        return switch (text) {
            case "-inf", "nan" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
