package io.clipforge.media.captions.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what is to be drawn as a coloured picture. Letters' fonts know parts of such sequences, the
 * 1 of a keycap or a plain ♥, and would take them apart.
 */
final class Emoji {
    private static final int KEYCAP = 0x20E3;
    private static final int AS_PICTURE = 0xFE0F;
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Emoji() {}

    /** A part of a text. */
    record Run(String text, boolean emoji) {}

    /** The text in parts that are to be drawn alike. */
    static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var clusters = CLUSTER.matcher(text);
        while (clusters.find()) {
            boolean emoji = isEmoji(clusters.group());
            var before =
                    !runs.isEmpty() && runs.getLast().emoji == emoji ? runs.removeLast().text : "";
            runs.add(new Run(before + clusters.group(), emoji));
        }
        return runs;
    }

    /** Says how the character before is drawn; by itself it is nothing. */
    static boolean isMark(int codePoint) {
        return codePoint == KEYCAP || (codePoint >= 0xFE00 && codePoint <= AS_PICTURE);
    }

    private static boolean isEmoji(String cluster) {
        int first = cluster.codePointAt(0);
        return Character.isEmoji(first)
                && (Character.isEmojiPresentation(first)
                        || cluster.indexOf(AS_PICTURE) >= 0
                        || cluster.indexOf(KEYCAP) >= 0
                        || cluster.codePoints().anyMatch(Character::isEmojiModifier));
    }
}
