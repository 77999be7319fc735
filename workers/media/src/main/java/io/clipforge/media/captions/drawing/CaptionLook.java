package io.clipforge.media.captions.drawing;

import org.jspecify.annotations.Nullable;

/**
 * How captions look.
 *
 * @param text colour of the words
 * @param highlight colour of what stands out: the plate behind the spoken word, the word that pops,
 *     keywords
 * @param box colour of the box behind the words
 * @param font preferred to the bundled ones; absent for these only
 */
public record CaptionLook(
        Style style, Color text, Color highlight, Color box, @Nullable BrandFont font) {

    /** In bundled fonts. */
    public CaptionLook(Style style, Color text, Color highlight, Color box) {
        this(style, text, highlight, box, null);
    }

    public enum Style {
        /** Outlined words. */
        CLASSIC,
        /** Outlined words; the one being spoken stands on a plate. */
        KARAOKE,
        /** Words on an opaque box with round corners. */
        BOX,
        /** Outlined words that come as they are spoken, each with a short leap. */
        POP
    }

    /** Whether a caption looks different with each word. */
    public boolean followsWords() {
        return style == Style.KARAOKE || style == Style.POP;
    }

    /** The same without anything that moves. */
    public CaptionLook plain() {
        return followsWords() ? new CaptionLook(Style.CLASSIC, text, highlight, box, font) : this;
    }

    /** Words on a box need no outline. */
    boolean outlined() {
        return style != Style.BOX;
    }

    /** Of words that do not stand out. */
    Color words() {
        return outlined() ? text : text.readsOn(box) ? text : box.readable();
    }

    Color keywords() {
        return outlined() || highlight.readsOn(box) ? highlight : words();
    }
}
