package io.clipforge.speech.words;

import io.clipforge.speech.tokens.WhisperTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tokens of a text, word by word. */
record WordSplit(WhisperTokenizer tokenizer, String language) {
    /** Written without blanks between words. */
    private static final Set<String> WITHOUT_BLANKS = Set.of("zh", "ja", "th", "lo", "my", "yue");

    private static final String ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final char REPLACEMENT = '\ufffd';

    /**
     * @param tokens of text only
     */
    List<List<Integer>> words(List<Integer> tokens) {
        var characters = characters(tokens);
        return WITHOUT_BLANKS.contains(language) ? characters : joined(characters);
    }

    /** The fewest tokens that are whole characters; what is left when the last one is not. */
    private List<List<Integer>> characters(List<Integer> tokens) {
        var whole = tokenizer.decode(tokens);
        var found = new ArrayList<List<Integer>>();
        int from = 0;
        int offset = 0;
        for (int to = 1; to <= tokens.size(); to++) {
            var part = tokens.subList(from, to);
            var text = tokenizer.decode(part);
            int broken = text.indexOf(REPLACEMENT);
            if (broken < 0 || isBrokenInWhole(whole, offset + broken)) {
                found.add(part);
                offset += text.length();
                from = to;
            }
        }
        if (from < tokens.size()) {
            found.add(tokens.subList(from, tokens.size()));
        }
        return found;
    }

    private static boolean isBrokenInWhole(String whole, int at) {
        return at < whole.length() && whole.charAt(at) == REPLACEMENT;
    }

    /** A word begins with a blank; punctuation stands alone. */
    private List<List<Integer>> joined(List<List<Integer>> characters) {
        var words = new ArrayList<List<Integer>>();
        for (var each : characters) {
            var text = tokenizer.decode(each);
            boolean begins = text.startsWith(" ") || ASCII_PUNCTUATION.contains(text.strip());
            if (begins || words.isEmpty()) {
                words.add(new ArrayList<>(each));
            } else {
                words.getLast().addAll(each);
            }
        }
        return words;
    }
}
