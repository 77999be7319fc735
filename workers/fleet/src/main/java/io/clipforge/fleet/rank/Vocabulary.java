package io.clipforge.fleet.rank;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** English words that the features look for. */
final class Vocabulary {
    /** Phrases that promise something; matched on whole words. */
    static final Pattern HOOK =
            Pattern.compile(
                    "\\b("
                            + String.join(
                                    "|",
                                    "here is (why|how|what|the)",
                                    "here's (why|how|what|the)",
                                    "this is (why|how|what)",
                                    "the (secret|truth|trick|problem|reason|best|worst|biggest)",
                                    "what if",
                                    "let me (tell|show)",
                                    "you (need|have) to (know|see|hear)",
                                    "most people",
                                    "no one|nobody|everyone|everybody",
                                    "never|always",
                                    "did you know",
                                    "imagine",
                                    "believe it or not",
                                    "the (first|one) thing",
                                    "stop doing",
                                    "how to",
                                    "i (learned|realized|discovered|found out)")
                            + ")\\b");

    private static final Set<String> ASKING =
            Set.of("what", "why", "how", "when", "where", "who", "which", "whose");

    private static final Set<String> AUXILIARY =
            Set.of(
                    "do", "does", "did", "is", "are", "was", "were", "can", "could", "would",
                    "should", "will", "have", "has", "had", "don't", "didn't", "isn't", "aren't",
                    "can't", "won't");

    private static final Set<String> SUBJECT =
            Set.of(
                    "i",
                    "you",
                    "he",
                    "she",
                    "it",
                    "we",
                    "they",
                    "there",
                    "this",
                    "that",
                    "the",
                    "a",
                    "my",
                    "your",
                    "our",
                    "anyone",
                    "everyone",
                    "someone");

    private static final Set<String> DANGLING =
            Set.of(
                    "and", "but", "or", "so", "because", "then", "also", "it", "he", "she", "they",
                    "that", "those", "these", "him", "her", "them", "which", "well");

    private static final Set<String> EMOTION =
            Set.of(
                    "love",
                    "hate",
                    "amazing",
                    "incredible",
                    "terrible",
                    "wonderful",
                    "awful",
                    "afraid",
                    "fear",
                    "happy",
                    "sad",
                    "angry",
                    "beautiful",
                    "crazy",
                    "shocked",
                    "surprised",
                    "surprise",
                    "excited",
                    "proud",
                    "hope",
                    "best",
                    "worst",
                    "great",
                    "perfect",
                    "horrible",
                    "fun",
                    "funny",
                    "laugh",
                    "cry",
                    "dream",
                    "danger",
                    "dangerous",
                    "wow",
                    "brave",
                    "joy",
                    "pain",
                    "lost",
                    "win",
                    "won",
                    "alone");

    private static final Set<String> NUMBER =
            Set.of(
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "twenty",
                    "thirty",
                    "forty",
                    "fifty",
                    "sixty",
                    "seventy",
                    "eighty",
                    "ninety",
                    "hundred",
                    "thousand",
                    "million",
                    "billion",
                    "percent",
                    "half",
                    "twice",
                    "double");

    private static final Set<String> COMMON =
            Set.of(
                    "the", "a", "an", "of", "to", "in", "on", "at", "for", "with", "and", "or",
                    "but", "is", "are", "was", "were", "be", "been", "it", "its", "this", "that",
                    "i", "you", "he", "she", "we", "they", "me", "my", "your", "our", "their", "as",
                    "by", "from", "not", "do", "does", "did", "have", "has", "had", "so", "if",
                    "then", "than", "there", "here", "what", "when", "will", "would", "can",
                    "could", "just", "all", "one", "about", "into", "out", "up", "them", "him",
                    "her", "his", "us", "no", "yes", "very", "more", "some");

    private Vocabulary() {}

    /** A word without case and punctuation. */
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']", "");
    }

    /** "What would …", "do you …"; not "when we looked …". */
    static boolean opensQuestion(List<String> plain) {
        if (plain.size() < 2) {
            return false;
        }
        var first = plain.get(0);
        var second = plain.get(1);
        return (ASKING.contains(first) && AUXILIARY.contains(second))
                || (AUXILIARY.contains(first) && SUBJECT.contains(second));
    }

    static boolean dangles(String plain) {
        return DANGLING.contains(plain);
    }

    static boolean feels(String plain) {
        return EMOTION.contains(plain);
    }

    static boolean counts(String plain) {
        return NUMBER.contains(plain) || plain.chars().anyMatch(Character::isDigit);
    }

    static boolean says(String plain) {
        return plain.length() > 2 && !COMMON.contains(plain);
    }

    static String join(List<String> plain) {
        return String.join(" ", plain);
    }
}
