package io.clipforge.fleet.scripts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {
    @Test
    void wordsAreFoundInOrderWhateverStandsBetween() throws Exception {
        assertArrayEquals(new int[] {1, 3, -1, 4}, match("one two three four", "x one y two four"));
    }

    @Test
    void aWordThatIsSpeltABitDifferentlyIsTheSame() throws Exception {
        assertArrayEquals(new int[] {0, 1, 2}, match("the colours fade", "the color fades"));
    }

    @Test
    void unlikeWordsAreNotMatched() throws Exception {
        assertArrayEquals(new int[] {0, -1, 2}, match("a horse runs", "a table runs"));
    }

    @Test
    void nothingIsFoundInNothing() throws Exception {
        assertArrayEquals(new int[] {-1}, Matching.of(List.of("a"), List.of()));
        assertArrayEquals(new int[0], Matching.of(List.of(), List.of("a")));
    }

    @Test
    void aLongTalkIsMatchedThoughEveryThirdWordIsMisheard() throws Exception {
        var random = new Random(3);
        var said = words(random, 30_000);
        var heard = new ArrayList<String>();
        var truth = new int[said.size()];
        for (int i = 0; i < said.size(); i++) {
            truth[i] = Matching.NONE;
            switch (random.nextInt(9)) {
                case 0 -> {}
                case 1 -> heard.add("misheard" + i);
                case 2 -> heard.addAll(List.of("mis" + i, "heard" + i));
                default -> {
                    truth[i] = heard.size();
                    heard.add(said.get(i));
                }
            }
        }
        var found = Matching.of(said, heard);
        assertTrue(agreement(truth, found) > 0.97, () -> "" + agreement(truth, found));
        assertTrue(ascends(found));
    }

    @Test
    void aTextThatRepeatsItselfIsMatchedToo() throws Exception {
        var said = List.of("row row row your boat ".repeat(3000).strip().split(" ", -1));
        var found = Matching.of(said, said);
        assertTrue(agreement(found, found) == 1 && ascends(found));
        assertEquals(0, Arrays.stream(found).filter(it -> it == Matching.NONE).count());
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> match("a b", "b a"));
    }

    /** A few words make up most of a text. */
    private static List<String> words(Random random, int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add("w" + (int) Math.exp(random.nextDouble() * Math.log(20_000)));
        }
        return words;
    }

    private static double agreement(int[] truth, int[] found) {
        int same = 0;
        for (int i = 0; i < truth.length; i++) {
            same += truth[i] == found[i] ? 1 : 0;
        }
        return (double) same / truth.length;
    }

    private static boolean ascends(int[] match) {
        var found = Arrays.stream(match).filter(it -> it != Matching.NONE).toArray();
        var sorted = Arrays.stream(found).distinct().sorted().toArray();
        return Arrays.equals(sorted, found);
    }

    private static int[] match(String written, String heard) throws InterruptedException {
        return Matching.of(List.of(written.split(" ", -1)), List.of(heard.split(" ", -1)));
    }
}
