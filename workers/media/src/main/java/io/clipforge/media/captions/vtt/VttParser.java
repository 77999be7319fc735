package io.clipforge.media.captions.vtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads blocks of lines. Source: WebVTT: The Web Video Text Tracks Format, W3C, section "WebVTT
 * file parsing".
 */
final class VttParser {
    private static final Pattern SIGNATURE = Pattern.compile("WEBVTT(?:[ \t].*)?", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("STYLE[ \t\f]*");
    private static final Pattern REGION = Pattern.compile("REGION[ \t\f]*");
    private static final Pattern NOTE = Pattern.compile("NOTE(?:[ \t].*)?", Pattern.DOTALL);

    private final List<String> lines;
    private final List<String> styles = new ArrayList<>();
    private final List<VttRegion> regions = new ArrayList<>();
    private final List<VttCue> cues = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();

    private VttParser(List<String> lines) {
        this.lines = lines;
    }

    static Optional<VttFile> parse(List<String> lines) {
        if (!SIGNATURE.matcher(lines.getFirst()).matches()) {
            return Optional.empty();
        }
        return Optional.of(new VttParser(lines).file());
    }

    private VttFile file() {
        int at = headerEnd();
        while (at < lines.size()) {
            at = lines.get(at).isEmpty() ? at + 1 : block(at);
        }
        return new VttFile(styles, regions, cues, broken);
    }

    /** What stands right below the signature is passed over, but for times. */
    private int headerEnd() {
        int at = 1;
        while (at < lines.size() && !lines.get(at).isEmpty() && !hasArrow(at)) {
            at++;
        }
        return at;
    }

    /** Takes the block that begins at a line; tells where the next may begin. */
    private int block(int from) {
        int arrow = hasArrow(from) ? from : from + 1;
        if (arrow < lines.size() && hasArrow(arrow)) {
            int end = textEnd(arrow + 1);
            cue(from, arrow, end);
            return end;
        }
        int end = textEnd(from);
        aside(from, end);
        return end;
    }

    private void cue(int from, int arrow, int end) {
        var timing = VttTiming.parse(lines.get(arrow));
        if (timing.isEmpty()) {
            broken.add(arrow + 1);
            return;
        }
        var times = timing.get();
        cues.add(
                new VttCue(
                        arrow == from ? "" : lines.get(from),
                        times.startMs(),
                        times.endMs(),
                        VttSettings.parse(times.settings(), regions),
                        text(arrow + 1, end)));
    }

    /** Styles and regions count above the first cue only. */
    private void aside(int from, int end) {
        var first = lines.get(from);
        boolean style = STYLE.matcher(first).matches();
        boolean region = REGION.matcher(first).matches();
        if (style || region) {
            if (cues.isEmpty() && from + 1 < end) {
                var text = text(from + 1, end);
                if (style) {
                    styles.add(text);
                } else {
                    regions.add(VttRegion.parse(text));
                }
            }
        } else if (!NOTE.matcher(first).matches()) {
            broken.add(from + 1);
        }
    }

    /** A blank line ends a block, and so does the next cue's time. */
    private int textEnd(int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).isEmpty() && !hasArrow(end)) {
            end++;
        }
        return end;
    }

    private boolean hasArrow(int line) {
        return lines.get(line).contains("-->");
    }

    private String text(int from, int end) {
        return String.join("\n", lines.subList(from, end));
    }
}
