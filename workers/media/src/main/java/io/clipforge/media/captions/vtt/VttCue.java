package io.clipforge.media.captions.vtt;

import java.util.List;

/**
 * One cue of a file.
 *
 * @param id the line before the times; empty when there is none
 * @param startMs inclusive
 * @param endMs exclusive; the format does not ask that it comes after the start
 * @param text with its markup, as it stands in the file
 */
public record VttCue(String id, long startMs, long endMs, VttSettings settings, String text) {
    /** Where nothing but text was asked for. */
    public VttCue(long startMs, long endMs, List<VttNode> nodes) {
        this("", startMs, endMs, VttSettings.USUAL, VttMarkup.written(nodes));
    }

    /** What the markup says. */
    public List<VttNode> nodes() {
        return VttMarkup.parse(text);
    }

    String written() {
        return (id.isEmpty() ? "" : id + "\n")
                + VttTime.format(startMs)
                + " --> "
                + VttTime.format(endMs)
                + settings.written()
                + (text.isEmpty() ? "" : "\n" + text);
    }
}
