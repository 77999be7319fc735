package io.clipforge.fleet.scripts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How alike two words are that were written by different hands. */
final class Spelling {
    /** From here on two spellings are taken for the same word. */
    private static final double ALIKE = 0.6;

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spelling() {}

    /** Letters and digits, small, without accents; empty when there are none. */
    static String plain(String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return NO_LETTER.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * Edits per letter of the longer word.
     *
     * @return 0 for the same word to 1; whatever is unlike is 1
     */
    static double distance(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        int most = (int) ((1 - ALIKE) * longest);
        if (Math.abs(one.length() - other.length()) > most) {
            return 1;
        }
        int edits = edits(one, other);
        return edits > most ? 1 : (double) edits / longest;
    }

    private static int edits(String one, String other) {
        var row = new int[other.length() + 1];
        for (int k = 0; k < row.length; k++) {
            row[k] = k;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int k = 1; k < row.length; k++) {
                int wrong = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
                int best = Math.min(diagonal + wrong, Math.min(row[k], row[k - 1]) + 1);
                diagonal = row[k];
                row[k] = best;
            }
        }
        return row[other.length()];
    }
}
