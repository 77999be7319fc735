package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    private final Captioner narrow = new Captioner(CaptionRules.narrow());

    @Test
    void wordsWithSpacesBetweenThemStayWhole() {
        var words = words("안녕하세요", "세계", "hello", "مرحبا", "don't");
        assertEquals(words, new Pieces(20).of(words));
    }

    @Test
    void whatARecognizerCutBecomesTextWithoutSpaces() {
        var words = words("今日", "は", "、", "とても", "良い", "天気", "です", "。");
        var pieces = new Pieces(20).of(words);
        assertEquals(List.of("今日", "は、", "とても", "良い", "天気", "です。"), texts(pieces));
        assertEquals("今日は、とても良い天気です。", Word.text(pieces));
        assertEquals(words.get(3).startMs(), pieces.get(2).startMs());
        assertEquals(words.getLast().endMs(), pieces.getLast().endMs());
    }

    @Test
    void latinWordsAmongCharactersKeepTheirSpacesOnlyBetweenEachOther() {
        var pieces = new Pieces(20).of(words("我喜欢", "machine", "learning", "和", "AI", "技术"));
        assertEquals("我喜欢machine learning和AI技术", Word.text(pieces));
    }

    @Test
    void aThaiSentenceIsCutBetweenItsWords() {
        assertEquals(
                List.of("สวัสดี", "ชาว", "โลก"), texts(new Pieces(20).of(words("สวัสดีชาวโลก"))));
    }

    @Test
    void aWordLongerThanALineIsCutIntoEqualParts() {
        var pieces = new Pieces(20).of(List.of(new Word("x".repeat(60), 0, 6000, null)));
        assertEquals(List.of(20, 20, 20), pieces.stream().map(it -> it.text().length()).toList());
        assertEquals(2000, pieces.get(1).startMs());
        assertTrue(pieces.get(1).glued() && !pieces.getFirst().glued());
    }

    @Test
    void aCutNeverTearsAnEmojiOrALetterFromItsMarks() {
        var family = "👨‍👩‍👧‍👦";
        var pieces = new Pieces(20).of(words(family.repeat(6) + "e\u0301".repeat(30)));
        assertFalse(pieces.size() < 3);
        for (var piece : pieces) {
            assertEquals(0, piece.text().replace(family, "").replace("e\u0301", "").length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今日は、とても良い天気ですね。「はい」と彼は言った。それから二人は公園へ行って、ゆっくり歩きました。",
                "今天天气很好，我们一起去公园散步吧！他说：“好的。”然后他们就出发了。",
                "東京タワーへ行きましょう。「コーヒー」が飲みたいです！"
            })
    void noLineIsLongOrBeginsWithWhatMustStandAtItsEnd(String text) {
        var captions = narrow.captions(List.of(new Word(text, 0, 12_000, null)), 0, 12_000);
        var lines = captions.stream().flatMap(it -> it.lineTexts().stream()).toList();
        assertEquals(text, String.join("", lines));
        for (var line : lines) {
            assertTrue(line.codePointCount(0, line.length()) <= 12, line);
            assertFalse("。、，！？：」”ー".contains(line.substring(0, 1)), line);
            assertFalse("「“（".contains(line.substring(line.length() - 1)), line);
        }
    }

    @Test
    void piecesFollowEachOtherInTime() {
        var pieces = new Pieces(20).of(words("今天天气很好，", "我们一起去公园散步吧！"));
        for (int i = 1; i < pieces.size(); i++) {
            assertEquals(pieces.get(i - 1).endMs(), pieces.get(i).startMs());
        }
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static List<Word> words(String... texts) {
        var words = new ArrayList<Word>();
        Arrays.stream(texts)
                .forEach(text ->
                        words.add(
                                new Word(
                                        text,
                                        words.size() * 500L,
                                        words.size() * 500L + 500,
                                        null)));
        return words;
    }
}
