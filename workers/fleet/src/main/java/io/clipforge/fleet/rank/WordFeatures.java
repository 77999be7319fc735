package io.clipforge.fleet.rank;

import io.clipforge.jobs.Transcript;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/** What the words tell, whenever and however they are said. */
final class WordFeatures {
    private static final int OPENING_WORDS = 12;
    private static final int SOON_WORDS = 40;

    private final List<String> plain;
    private final Map<WordKind, RunningSum> kinds = new EnumMap<>(WordKind.class);
    private final RunningSum hooks;
    private final RunningSum questions;
    private final RunningSum telling;
    private final RunningSum rarity;
    private final RunningSum again;
    private final RunningSum letters;
    private final BitSet sentenceStarts = new BitSet();
    private final RunningSum sentences;

    WordFeatures(Transcript transcript) {
        plain = transcript.words().stream().map(it -> Vocabulary.plain(it.text())).toList();
        for (var kind : WordKind.values()) {
            kinds.put(kind, sum(i -> kind.holds(plain.get(i)) ? 1 : 0));
        }
        transcript.sentences().forEach(it -> sentenceStarts.set(it.from()));
        var uses = uses();
        hooks = of(hookStarts());
        questions = of(questionStarts(transcript));
        telling = sum(i -> Vocabulary.says(plain.get(i)) ? 1 : 0);
        rarity =
                sum(i ->
                        Vocabulary.says(plain.get(i))
                                ? 1.0 / uses.getOrDefault(plain.get(i), 1)
                                : 0);
        again = of(repeated());
        letters = sum(i -> plain.get(i).length());
        sentences = of(sentenceStarts);
    }

    /** As much of them as is full for their kind. */
    double of(WordKind kind, Window window) {
        double count = between(Objects.requireNonNull(kinds.get(kind)), window);
        return Math.min(1, count / kind.full(window.words()));
    }

    /** 1 when the opening hooks, half when a later part does. */
    double hook(Window window) {
        int opening = Math.min(window.toWord(), window.fromWord() + OPENING_WORDS);
        if (hooks.between(window.fromWord(), opening) > 0) {
            return 1;
        }
        return hooks.between(opening, window.toWord()) > 0 ? 0.5 : 0;
    }

    /** By the question mark or, where the engine writes none, by the first two words. */
    double question(Window window) {
        return between(questions, window) > 0 ? 1 : 0;
    }

    double openingQuestion(Window window) {
        return questions.between(window.fromWord(), endOfSentence(window.fromWord(), window)) > 0
                ? 1
                : 0;
    }

    double completeness(Window window) {
        return silent(window) || Vocabulary.dangles(plain.get(window.fromWord())) ? 0 : 1;
    }

    /** Mean over its telling words of one in so many uses as the asset makes of them. */
    double novelty(Window window) {
        double words = between(telling, window);
        return words == 0 ? 0 : between(rarity, window) / words;
    }

    /** Full where one word in five has been said together with the one before it just now. */
    double repetition(Window window) {
        return silent(window) ? 0 : Math.min(1, 5 * between(again, window) / window.words());
    }

    /** 1 at three and a half letters a word, 0 at six. */
    double plainness(Window window) {
        return silent(window)
                ? 0
                : Math.clamp((6 - between(letters, window) / window.words()) / 2.5, 0.0, 1.0);
    }

    double shortness(Window window) {
        return silent(window)
                ? 0
                : shortness(window.words() / Math.max(1, between(sentences, window)));
    }

    double endingShortness(Window window) {
        if (silent(window)) {
            return 0;
        }
        int start = sentenceStarts.previousSetBit(window.toWord() - 1);
        return shortness(window.toWord() - Math.max(start, window.fromWord()));
    }

    /** 1 at five words a sentence, 0 at 25. */
    private static double shortness(double words) {
        return Math.clamp((25 - words) / 20, 0.0, 1.0);
    }

    private int endOfSentence(int word, Window window) {
        int next = sentenceStarts.nextSetBit(word + 1);
        return next < 0 ? window.toWord() : Math.min(next, window.toWord());
    }

    private Map<String, Integer> uses() {
        var uses = new HashMap<String, Integer>();
        plain.forEach(it -> uses.merge(it, 1, Integer::sum));
        return uses;
    }

    /** Words with which a phrase begins that promises something. */
    private BitSet hookStarts() {
        var starts = new int[plain.size()];
        var text = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = text.length();
            text.append(plain.get(i)).append(' ');
        }
        var found = new BitSet();
        var matcher = Vocabulary.HOOK.matcher(text);
        while (matcher.find()) {
            int at = Arrays.binarySearch(starts, matcher.start());
            found.set(at < 0 ? -at - 2 : at);
        }
        return found;
    }

    /** Words with which a sentence begins that asks. */
    private BitSet questionStarts(Transcript transcript) {
        var found = new BitSet();
        for (var sentence : transcript.sentences()) {
            var last = transcript.words().get(sentence.to() - 1).text();
            if (last.indexOf('?') >= 0
                    || Vocabulary.opensQuestion(plain.subList(sentence.from(), sentence.to()))) {
                found.set(sentence.from());
            }
        }
        return found;
    }

    private BitSet repeated() {
        var found = new BitSet();
        var last = new HashMap<String, Integer>();
        for (int i = 1; i < plain.size(); i++) {
            var before = last.put(plain.get(i - 1) + ' ' + plain.get(i), i);
            if (before != null && i - before <= SOON_WORDS) {
                found.set(i);
            }
        }
        return found;
    }

    private RunningSum of(BitSet marks) {
        return sum(i -> marks.get(i) ? 1 : 0);
    }

    private RunningSum sum(IntToDoubleFunction value) {
        return new RunningSum(plain.size(), value);
    }

    private static double between(RunningSum sum, Window window) {
        return sum.between(window.fromWord(), window.toWord());
    }

    private static boolean silent(Window window) {
        return window.words() == 0;
    }
}
