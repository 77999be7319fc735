package io.clipforge.media.captions.vtt;

import java.util.List;
import java.util.Optional;

/**
 * A WebVTT file. What breaks the format is passed over, as browsers do.
 *
 * @param styles the text of each style sheet
 * @param regions in the file's order; ids may repeat, the last one counts
 * @param cues in the file's order
 * @param broken lines, counted from 1, at which something stands that is no cue, style, region or
 *     note
 */
public record VttFile(
        List<String> styles, List<VttRegion> regions, List<VttCue> cues, List<Integer> broken) {
    public VttFile {
        styles = List.copyOf(styles);
        regions = List.copyOf(regions);
        cues = List.copyOf(cues);
        broken = List.copyOf(broken);
    }

    /** Of cues alone. */
    public VttFile(List<VttCue> cues) {
        this(List.of(), List.of(), cues, List.of());
    }

    /** Empty when the text does not begin as a WebVTT file does. */
    public static Optional<VttFile> parse(String text) {
        return VttParser.parse(FileLines.of(text));
    }

    /** With line feeds only, without a byte-order mark and without what was broken. */
    public String text() {
        var file = new StringBuilder("WEBVTT\n");
        styles.forEach(it -> file.append("\nSTYLE\n").append(it).append('\n'));
        regions.forEach(it -> file.append("\nREGION\n").append(it.written()).append('\n'));
        cues.forEach(it -> file.append('\n').append(it.written()).append('\n'));
        return file.toString();
    }
}
