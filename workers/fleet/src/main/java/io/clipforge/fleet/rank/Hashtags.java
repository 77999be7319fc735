package io.clipforge.fleet.rank;

import io.clipforge.jobs.Transcript;
import io.clipforge.media.captions.Keywords;
import io.clipforge.media.captions.Profanity;
import io.clipforge.media.captions.Word;
import java.util.List;

/** Tags made of a moment's own words, never of coarse ones. */
final class Hashtags {
    private static final int MOST = 5;

    /** More than are wanted, since not every keyword makes a tag. */
    private static final int CANDIDATES = 3 * MOST;

    private final List<Word> words;
    private final Keywords keywords;

    Hashtags(Transcript transcript) {
        this.words =
                Profanity.masked(
                        transcript.words().stream()
                                .map(it ->
                                        new Word(
                                                it.text().isBlank() ? "-" : it.text(),
                                                it.startMs(),
                                                it.endMs(),
                                                null))
                                .toList());
        this.keywords = Keywords.of(words);
    }

    /** Best first; none where nothing is said. */
    List<String> of(Window window) {
        return keywords.best(words.subList(window.fromWord(), window.toWord()), CANDIDATES).stream()
                .map(it -> it.replaceAll("[^\\p{L}\\p{M}\\p{N}]", ""))
                .filter(it -> it.codePoints().anyMatch(Character::isLetter))
                .distinct()
                .limit(MOST)
                .map("#"::concat)
                .toList();
    }
}
