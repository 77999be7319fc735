package io.clipforge.media.cuts;

/**
 * What is left out of a clip.
 *
 * @param silences whether long pauses between words are shortened
 * @param fillers whether filler words are taken out
 * @param language of the words, a BCP 47 tag; {@code und} when nothing is known
 */
public record Cut(boolean silences, boolean fillers, String language) {
    /** The clip stays whole. */
    public static final Cut NOTHING = new Cut(false, false, "und");

    public boolean isAsked() {
        return silences || fillers;
    }
}
