package io.clipforge.media.captions.drawing;

/**
 * @param highlightsSpokenWord whether the word being spoken stands on a plate
 * @param text colour of the words
 * @param plate colour behind the spoken word
 */
public record CaptionLook(boolean highlightsSpokenWord, Color text, Color plate) {
    /** The same without a highlight that moves. */
    public CaptionLook plain() {
        return new CaptionLook(false, text, plate);
    }
}
