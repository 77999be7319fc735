package io.clipforge.media.captions;

import io.clipforge.media.captions.vtt.FileLines;
import io.clipforge.media.captions.vtt.VttCue;
import io.clipforge.media.captions.vtt.VttFile;
import io.clipforge.media.captions.vtt.VttNode;
import io.clipforge.media.captions.vtt.VttNode.Kind;
import io.clipforge.media.captions.vtt.VttNode.Span;
import io.clipforge.media.captions.vtt.VttNode.Text;
import java.util.List;

/**
 * WebVTT. Reading keeps text, times and voices; notes, styles, regions, settings and other tags are
 * passed over, and so are cues that break the format.
 */
public final class WebVtt {
    private static final int LONGEST_QUOTE = 60;

    private WebVtt() {}

    /**
     * The cues in the file's order; a cue of several voices, or one that tells when parts of it are
     * said, is as many cues.
     *
     * @throws SubtitleFormatException when there is no cue, naming the line at which the file stops
     *     being WebVTT
     */
    public static List<Cue> read(String file) throws SubtitleFormatException {
        var vtt =
                VttFile.parse(file)
                        .orElseThrow(() ->
                                new SubtitleFormatException(
                                        1, "a WebVTT file begins with 'WEBVTT'"));
        var cues = vtt.cues().stream().flatMap(it -> CueParts.of(it).stream()).toList();
        if (cues.isEmpty()) {
            throw nothing(vtt, FileLines.of(file));
        }
        return cues;
    }

    public static String write(List<Cue> cues) {
        return new VttFile(cues.stream().map(WebVtt::cue).toList()).text();
    }

    private static VttCue cue(Cue cue) {
        VttNode text = new Text(String.join("\n", cue.lines()));
        var nodes =
                cue.speaker() == null
                        ? List.of(text)
                        : List.<VttNode>of(
                                new Span(Kind.V, List.of(), cue.speaker(), List.of(text)));
        return new VttCue(cue.startMs(), cue.endMs(), nodes);
    }

    private static SubtitleFormatException nothing(VttFile vtt, List<String> lines) {
        if (vtt.broken().isEmpty()) {
            return new SubtitleFormatException(lines.size(), "the file holds no cue");
        }
        int number = vtt.broken().getFirst();
        var line = lines.get(number - 1);
        var quote = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
        return new SubtitleFormatException(
                number, "expected '00:00:01.500 --> 00:00:03.000', found '" + quote + "'");
    }
}
