package io.clipforge.fleet.wording;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Sentence;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a transcript of bare, small words as people would: sentences begin with a capital, and
 * English numbers are digits. A text that has capitals or digits is left as it is, and so is one in
 * a language without rules.
 */
public final class Wording {
    private static final Pattern BARE = Pattern.compile("[^\\p{Lu}\\p{N}]+|I(?:['’]\\p{Ll}+)?");
    private static final Pattern FIRST_PERSON = Pattern.compile("i(?:['’].+)?");

    private Wording() {}

    public static Transcript of(Transcript heard) {
        if (!english(heard.language()) || !heard.words().stream().allMatch(Wording::bare)) {
            return heard;
        }
        var numbered = EnglishNumbers.written(heard.words());
        var cut = Transcript.of(heard.language(), heard.engine(), numbered);
        var starts = cut.sentences().stream().map(Sentence::from).collect(Collectors.toSet());
        var words = new ArrayList<Word>();
        for (int i = 0; i < numbered.size(); i++) {
            words.add(capital(numbered.get(i), starts.contains(i)));
        }
        return new Transcript(
                heard.language(), heard.engine(), List.copyOf(words), cut.sentences());
    }

    private static Word capital(Word word, boolean first) {
        var text = word.text();
        return first || FIRST_PERSON.matcher(text).matches()
                ? Numeral.withText(
                        word, text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1))
                : word;
    }

    private static boolean bare(Word word) {
        return BARE.matcher(word.text()).matches();
    }

    private static boolean english(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en");
    }
}
