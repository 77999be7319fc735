package io.clipforge.media.captions;

import io.clipforge.media.captions.vtt.FileLines;
import java.util.ArrayList;
import java.util.List;

/**
 * SubRip. Reading takes what people really have: a byte-order mark, any line ends, missing numbers
 * or hours, a point for the comma, coordinates after the times, tags.
 */
public final class Srt {
    private Srt() {}

    /**
     * The cues in the file's order.
     *
     * @throws SubtitleFormatException naming the line at which the file stops being SubRip
     */
    public static List<Cue> read(String file) throws SubtitleFormatException {
        var lines = FileLines.of(file);
        var cues = new ArrayList<Cue>();
        int at = firstTiming(lines);
        while (at < lines.size()) {
            var timing = Timing.parse(lines.get(at), at + 1);
            int next = nextTiming(lines, at + 1);
            add(cues, timing, lines.subList(at + 1, textEnd(lines, at + 1, next)));
            at = next;
        }
        return cues;
    }

    /** Numbered from 1, line feeds only, without a byte-order mark; SubRip knows no speakers. */
    public static String write(List<Cue> cues) {
        var file = new StringBuilder();
        for (int i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            file.append(i + 1).append('\n');
            file.append(Timing.format(cue.startMs())).append(" --> ");
            file.append(Timing.format(cue.endMs())).append('\n');
            cue.lines().forEach(it -> file.append(SrtText.escaped(it)).append('\n'));
            file.append('\n');
        }
        return file.toString();
    }

    private static int firstTiming(List<String> lines) throws SubtitleFormatException {
        int first = nextTiming(lines, 0);
        for (int i = 0; i < Math.min(first, lines.size()); i++) {
            if (!lines.get(i).isBlank() && !isNumber(lines.get(i))) {
                throw new SubtitleFormatException(
                        i + 1, "expected a cue number or a time, found text");
            }
        }
        if (first == lines.size()) {
            throw new SubtitleFormatException(lines.size(), "the file holds no cue");
        }
        return first;
    }

    private static int nextTiming(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !Timing.looksLike(lines.get(at))) {
            at++;
        }
        return at;
    }

    /** Without the next cue's number and the blank lines before it. */
    private static int textEnd(List<String> lines, int from, int next) {
        int end = next;
        if (next < lines.size() && end > from && isNumber(lines.get(end - 1))) {
            end--;
        }
        return end;
    }

    private static void add(List<Cue> cues, Timing timing, List<String> text) {
        var plain = SrtText.plain(text);
        if (!plain.isEmpty()) {
            cues.add(new Cue(timing.startMs(), timing.endMs(), SrtText.speaker(text), plain));
        }
    }

    private static boolean isNumber(String line) {
        var digits = line.strip();
        return !digits.isEmpty() && digits.chars().allMatch(Character::isDigit);
    }
}
