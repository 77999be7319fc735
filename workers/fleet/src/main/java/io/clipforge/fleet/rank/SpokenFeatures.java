package io.clipforge.fleet.rank;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What the words tell. */
final class SpokenFeatures {
    private static final int OPENING_WORDS = 12;

    private final List<Word> words;
    private final List<String> plain;
    private final Map<String, Integer> counts = new HashMap<>();
    private final double wordsPerSecond;

    SpokenFeatures(Transcript transcript) {
        words = transcript.words();
        plain = words.stream().map(it -> Vocabulary.plain(it.text())).toList();
        plain.forEach(it -> counts.merge(it, 1, Integer::sum));
        long spokenMs = words.stream().mapToLong(it -> it.endMs() - it.startMs()).sum();
        wordsPerSecond = spokenMs == 0 ? 1 : words.size() * 1_000.0 / spokenMs;
    }

    /** 1 when the opening hooks, half when a later part does. */
    double hook(Window window) {
        int opening = Math.min(window.toWord(), window.fromWord() + OPENING_WORDS);
        if (hooks(window.fromWord(), opening)) {
            return 1;
        }
        return hooks(opening, window.toWord()) ? 0.5 : 0;
    }

    private boolean hooks(int from, int to) {
        return Vocabulary.HOOK.matcher(Vocabulary.join(plain.subList(from, to))).find();
    }

    /** By the question mark or, where the engine writes none, by the first two words. */
    double question(Window window) {
        if (silent(window)) {
            return 0;
        }
        if (Vocabulary.opensQuestion(plain.subList(window.fromWord(), window.toWord()))) {
            return 1;
        }
        boolean marked =
                words.subList(window.fromWord(), window.toWord()).stream()
                        .anyMatch(it -> it.text().endsWith("?"));
        return marked ? 0.7 : 0;
    }

    double completeness(Window window) {
        return silent(window) || Vocabulary.dangles(plain.get(window.fromWord())) ? 0 : 1;
    }

    /** Mean over its telling words of the share of their uses that lie inside of it. */
    double novelty(Window window) {
        var inside = new HashMap<String, Integer>();
        plain.subList(window.fromWord(), window.toWord()).stream()
                .filter(Vocabulary::says)
                .forEach(it -> inside.merge(it, 1, Integer::sum));
        return inside.entrySet().stream()
                .mapToDouble(it -> (double) it.getValue() / counts.getOrDefault(it.getKey(), 1))
                .average()
                .orElse(0);
    }

    /** Full at three words. */
    double emotion(Window window) {
        return Math.min(1, count(window, Vocabulary::feels) / 3.0);
    }

    /** Full at two numbers. */
    double numbers(Window window) {
        return Math.min(1, count(window, Vocabulary::counts) / 2.0);
    }

    /** 0 at 0.8 of the asset's rate, 1 at 1.2 of it. */
    double rate(Window window) {
        var inside = words.subList(window.fromWord(), window.toWord());
        long spokenMs = inside.stream().mapToLong(it -> it.endMs() - it.startMs()).sum();
        if (spokenMs == 0) {
            return 0;
        }
        double relative = inside.size() * 1_000.0 / spokenMs / wordsPerSecond;
        return Math.clamp((relative - 0.8) / 0.4, 0.0, 1.0);
    }

    /** Full at four turns in half a minute; 0 where speakers are not known. */
    double speakerChanges(Window window) {
        int changes = 0;
        for (int i = window.fromWord() + 1; i < window.toWord(); i++) {
            var speaker = words.get(i).speaker();
            if (speaker != null && !Objects.equals(speaker, words.get(i - 1).speaker())) {
                changes++;
            }
        }
        return Math.min(1, changes * 30_000.0 / Math.max(1, window.lengthMs()) / 4);
    }

    /** Share of the window without a word. */
    double pauses(Window window) {
        if (silent(window)) {
            return 0;
        }
        long spokenMs =
                words.subList(window.fromWord(), window.toWord()).stream()
                        .mapToLong(it -> it.endMs() - it.startMs())
                        .sum();
        return Math.clamp(1 - (double) spokenMs / window.lengthMs(), 0.0, 1.0);
    }

    private long count(Window window, Predicate<String> wanted) {
        return plain.subList(window.fromWord(), window.toWord()).stream().filter(wanted).count();
    }

    private static boolean silent(Window window) {
        return window.fromWord() == window.toWord();
    }
}
