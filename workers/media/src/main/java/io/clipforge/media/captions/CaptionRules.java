package io.clipforge.media.captions;

/**
 * How much text a caption may hold and how long it stays.
 *
 * @param lineChars longest line in letters of a Latin text; a Chinese or Japanese character counts
 *     as 5/3 of one, a Korean one as 5/4; a longer word is broken
 * @param lineWords most words in a line
 * @param minMs shortest time a caption should stay; the next caption's start goes before it
 * @param charsPerSecond reading speed a caption should allow
 */
public record CaptionRules(int lineChars, int lineWords, long minMs, double charsPerSecond) {
    /** Narrow pictures. 17 characters a second is what Netflix asks for. */
    public static CaptionRules narrow() {
        return new CaptionRules(20, 6, 800, 17);
    }

    /** Wide pictures. */
    public static CaptionRules wide() {
        return new CaptionRules(32, 8, 800, 17);
    }
}
