package io.clipforge.speech.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Byte-pair encoding (Sennrich, Haddow and Birch, 2016): a word starts as its bytes, and the two
 * neighbours that were most often seen together become one, again and again.
 */
final class BytePairs {
    /** A word with the blank before it, a number, punctuation; from GPT-2. */
    private static final Pattern WORDS =
            Pattern.compile(
                    "'(?:s|t|re|ve|m|ll|d)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Integer> ids;
    private final Map<String, Integer> ranks;

    /**
     * @param ids the token of each piece
     * @param ranks how early a pair, written with a blank between, is joined
     */
    BytePairs(Map<String, Integer> ids, Map<String, Integer> ranks) {
        this.ids = Map.copyOf(ids);
        this.ranks = Map.copyOf(ranks);
    }

    List<Integer> encode(String text) {
        var tokens = new ArrayList<Integer>();
        var words = WORDS.matcher(text);
        while (words.find()) {
            for (var piece : joined(ByteAlphabet.write(words.group()))) {
                tokens.add(Objects.requireNonNull(ids.get(piece), "a byte without a token"));
            }
        }
        return List.copyOf(tokens);
    }

    private List<String> joined(String word) {
        var pieces = new ArrayList<>(Arrays.asList(word.split("")));
        for (int at = earliest(pieces); at >= 0; at = earliest(pieces)) {
            pieces.set(at, pieces.get(at) + pieces.remove(at + 1));
        }
        return pieces;
    }

    /** Where the pair is that is joined first, or -1. */
    private int earliest(List<String> pieces) {
        int earliest = -1;
        int best = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < pieces.size(); i++) {
            int rank =
                    ranks.getOrDefault(pieces.get(i) + " " + pieces.get(i + 1), Integer.MAX_VALUE);
            if (rank < best) {
                best = rank;
                earliest = i;
            }
        }
        return earliest;
    }
}
