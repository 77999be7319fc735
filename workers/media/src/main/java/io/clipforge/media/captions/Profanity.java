package io.clipforge.media.captions;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Masks coarse words: the first letter stays, the others become asterisks. The list is short on
 * purpose, and holds only words that are coarse wherever they are said: no word that is a name, or
 * harmless in another of the languages.
 */
public final class Profanity {
    /** English, German, Spanish, French, Italian, Portuguese. English ones in any inflection. */
    private static final Set<String> ENGLISH =
            Set.of(
                    "fuck",
                    "motherfuck",
                    "clusterfuck",
                    "shit",
                    "bullshit",
                    "cunt",
                    "bitch",
                    "asshole",
                    "arsehole",
                    "dickhead",
                    "cocksuck",
                    "twat",
                    "wank",
                    "whore",
                    "slut",
                    "nigga",
                    "nigger",
                    "faggot",
                    "goddamn",
                    "goddam",
                    "dumbass",
                    "jackass");

    private static final Set<String> OTHERS =
            Set.of(
                    "scheiße",
                    "scheisse",
                    "arschloch",
                    "fotze",
                    "wichser",
                    "hurensohn",
                    "mierda",
                    "joder",
                    "puta",
                    "cabrón",
                    "gilipollas",
                    "coño",
                    "merde",
                    "putain",
                    "connard",
                    "salope",
                    "enculé",
                    "cazzo",
                    "stronzo",
                    "vaffanculo",
                    "caralho",
                    "foda-se");

    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");
    private static final Pattern ENDING =
            Pattern.compile("(?:s|es|ed|er|ers|in|in['’]|ing|ings|y|ty|ting|ted|head|heads)");

    private Profanity() {}

    /** The words with coarse ones masked, everything else as it was. */
    public static List<Word> masked(List<Word> words) {
        return words.stream().map(word -> word.withText(masked(word.text()))).toList();
    }

    static String masked(String text) {
        return BARE.matcher(text)
                .replaceAll(match -> isCoarse(match.group()) ? mask(match.group()) : match.group());
    }

    private static boolean isCoarse(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return OTHERS.contains(plain)
                || ENGLISH.stream()
                        .filter(plain::startsWith)
                        .map(it -> plain.substring(it.length()))
                        .anyMatch(it -> it.isEmpty() || ENDING.matcher(it).matches());
    }

    private static String mask(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first) + word.substring(first).replaceAll("\\p{L}", "*");
    }
}
