package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTest {
    @Test
    void rareAndLongWordsAndNumbersStandOut() {
        var words =
                CaptionerTest.evenly(
                        "We saved 40% of the money. The company is our company. The telescope was"
                                + " really good. It was like that and then it was.");
        var captions = new Captioner(CaptionRules.narrow()).captions(words, 0, 20_000);
        var keywords = keywords(Keywords.of(words).emphasized(captions));
        assertTrue(keywords.contains("40%") && keywords.contains("telescope"), keywords::toString);
        assertTrue(!keywords.contains("really") && !keywords.contains("that"), keywords::toString);
    }

    @Test
    void aCaptionHasOneKeywordAtMost() {
        var words =
                CaptionerTest.evenly("Incredible astronomers photographed mysterious galaxies.");
        var captions = new Captioner(CaptionRules.narrow()).captions(words, 0, 3000);
        for (var caption : Keywords.of(words).emphasized(captions)) {
            assertTrue(caption.words().stream().filter(Word::keyword).count() <= 1);
        }
    }

    @Test
    void whatIsMaskedOrSaidAllTheTimeDoesNotStandOut() {
        var words = CaptionerTest.evenly("f****** banana banana banana banana banana umbrella.");
        var captions = new Captioner(CaptionRules.narrow()).captions(words, 0, 3000);
        assertEquals(List.of("umbrella."), keywords(Keywords.of(words).emphasized(captions)));
    }

    @Test
    void whatIsSaidHereAndNowhereElseTellsWhatItIsAbout() {
        var words =
                CaptionerTest.evenly(
                        "We talk about weather and weather again, weather everywhere. The telescope"
                                + " saw galaxies, and the telescope saw weather.");
        var here = words.subList(words.size() - 9, words.size());

        var best = Keywords.of(words).best(here, 2);

        assertEquals(List.of("telescope", "galaxies"), best);
    }

    private static List<String> keywords(List<Caption> captions) {
        var keywords = new ArrayList<String>();
        captions.forEach(it ->
                it.words().stream().filter(Word::keyword).map(Word::text).forEach(keywords::add));
        return keywords;
    }
}
