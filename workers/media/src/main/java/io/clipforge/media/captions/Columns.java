package io.clipforge.media.captions;

import java.util.List;

/**
 * How wide a text is, in letters of a Latin text: twelve Chinese characters are as wide, and take
 * as long to read, as twenty of those.
 */
final class Columns {
    private static final double WIDE = 20.0 / 12;

    /** Sixteen to a line. */
    private static final double HANGUL = 20.0 / 16;

    private Columns() {}

    static double of(List<Word> words) {
        return of(Word.text(words));
    }

    static double of(String text) {
        return text.codePoints().mapToDouble(Columns::of).sum();
    }

    private static double of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> codePoint < 0x1100 ? 1 : wide(codePoint);
        };
    }

    private static double wide(int codePoint) {
        if (codePoint >= 0xAC00 && codePoint <= 0xD7A3) {
            return HANGUL;
        }
        boolean wide =
                (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                        || (codePoint >= 0x1F300 && codePoint <= 0x3FFFD);
        return wide ? WIDE : 1;
    }
}
