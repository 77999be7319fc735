package io.clipforge.speech.words;

import java.util.ArrayList;
import java.util.List;

/** Marks belong to the word that they are written at, whose times stay as they are. */
final class Punctuation {
    private static final String OPENING = "\"'“¿([{-";
    private static final String CLOSING = "\"'.。,，!！?？:：”)]}、";

    private Punctuation() {}

    static List<Word> merge(List<Word> words) {
        return closed(opened(words));
    }

    /** A mark with a blank before it goes to the word behind. */
    private static List<Word> opened(List<Word> words) {
        var merged = new ArrayList<Word>();
        for (var word : words.reversed()) {
            boolean opens = word.text().startsWith(" ") && isOneOf(word.text().strip(), OPENING);
            if (opens && !merged.isEmpty()) {
                merged.set(merged.size() - 1, joined(word, merged.getLast(), merged.getLast()));
            } else {
                merged.add(word);
            }
        }
        return merged.reversed();
    }

    private static List<Word> closed(List<Word> words) {
        var merged = new ArrayList<Word>();
        for (var word : words) {
            boolean closes = isOneOf(word.text(), CLOSING);
            if (closes && !merged.isEmpty() && !merged.getLast().text().endsWith(" ")) {
                merged.set(merged.size() - 1, joined(merged.getLast(), word, merged.getLast()));
            } else {
                merged.add(word);
            }
        }
        return List.copyOf(merged);
    }

    private static Word joined(Word first, Word second, Word times) {
        var tokens = new ArrayList<>(first.tokens());
        tokens.addAll(second.tokens());
        return new Word(
                first.text() + second.text(),
                tokens,
                times.start(),
                times.end(),
                times.probability());
    }

    private static boolean isOneOf(String text, String marks) {
        return !text.isEmpty() && marks.contains(text);
    }
}
