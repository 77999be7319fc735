package io.clipforge.speech.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.clipforge.speech.Fixtures;
import io.clipforge.speech.tokens.WhisperTokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordSplitTest {
    private final WhisperTokenizer tokenizer = Fixtures.tokenizer("bins80");

    @Test
    void aWordBeginsWithABlankAndPunctuationStandsAlone() {
        assertEquals(
                List.of(" What", " could", " they", " do", "?"),
                split("en", " What could they do?"));
    }

    @Test
    void withoutBlanksTheFewestWholeCharactersAreAWord() {
        var words = split("ja", "港で待つ");

        assertEquals("港", words.getFirst());
        assertEquals("港で待つ", String.join("", words));
        assertFalse(words.stream().anyMatch(it -> it.contains("\ufffd")));
    }

    @Test
    void halfACharacterAtTheEndIsNotLost() {
        var tokens = tokenizer.encode(" do \uD83D\uDEF6");
        var broken = tokens.subList(0, tokens.size() - 1);

        var words = new WordSplit(tokenizer, "en").words(broken);

        assertEquals(broken, words.stream().flatMap(List::stream).toList());
    }

    private List<String> split(String language, String text) {
        var words = new WordSplit(tokenizer, language).words(tokenizer.encode(text));
        return words.stream().map(tokenizer::decode).toList();
    }
}
