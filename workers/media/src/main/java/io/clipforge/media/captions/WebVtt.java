package io.clipforge.media.captions;

import java.util.ArrayList;
import java.util.List;

/**
 * WebVTT. Reading keeps text, times and voices; notes, styles, regions, settings and inner tags are
 * passed over.
 */
public final class WebVtt {
    private WebVtt() {}

    /**
     * The cues in the file's order.
     *
     * @throws SubtitleFormatException naming the line at which the file stops being WebVTT
     */
    public static List<Cue> read(String file) throws SubtitleFormatException {
        var lines = FileLines.of(file);
        if (!lines.getFirst().matches("WEBVTT(?:[ \t].*)?")) {
            throw new SubtitleFormatException(1, "a WebVTT file begins with 'WEBVTT'");
        }
        var cues = new ArrayList<Cue>();
        int at = headerEnd(lines);
        while (at < lines.size()) {
            int end = blockEnd(lines, at);
            readBlock(lines, at, end, cues);
            at = end + 1;
        }
        if (cues.isEmpty()) {
            throw new SubtitleFormatException(lines.size(), "the file holds no cue");
        }
        return cues;
    }

    public static String write(List<Cue> cues) {
        var file = new StringBuilder("WEBVTT\n");
        for (var cue : cues) {
            file.append('\n').append(Timing.format(cue.startMs(), '.')).append(" --> ");
            file.append(Timing.format(cue.endMs(), '.')).append('\n');
            if (cue.speaker() != null) {
                file.append("<v ").append(CueText.escaped(cue.speaker())).append('>');
            }
            cue.lines().forEach(it -> file.append(CueText.escaped(it)).append('\n'));
        }
        return file.toString();
    }

    /** The first cue may follow without a blank line. */
    private static int headerEnd(List<String> lines) {
        int end = 1;
        while (end < lines.size()
                && !lines.get(end).isBlank()
                && !Timing.looksLike(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static int blockEnd(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        return end;
    }

    private static void readBlock(List<String> lines, int from, int end, List<Cue> cues)
            throws SubtitleFormatException {
        if (from == end || isAside(lines.get(from))) {
            return;
        }
        int timingAt = Timing.looksLike(lines.get(from)) ? from : from + 1;
        if (timingAt == end) {
            throw new SubtitleFormatException(from + 1, "expected a time, found text");
        }
        var timing = Timing.parse(lines.get(timingAt), timingAt + 1);
        var text = lines.subList(timingAt + 1, end);
        var plain = CueText.plain(text);
        if (!plain.isEmpty()) {
            cues.add(new Cue(timing.startMs(), timing.endMs(), CueText.speaker(text), plain));
        }
    }

    /** A block that is no cue. */
    private static boolean isAside(String line) {
        return line.matches("NOTE(?:[ \t].*)?") || line.matches("(?:STYLE|REGION)[ \t]*");
    }
}
