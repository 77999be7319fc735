package io.clipforge.api.transcripts;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts other words in the place of some, and finds their times: a word that stays keeps its own,
 * one word in the place of one has that word's, and others share the time of those they replace, by
 * their letters. Added words take the pause they stand in, or a share of the word beside them.
 */
final class Rewording {
    /** Of a word that is added within a pause, milliseconds. */
    private static final long LONGEST_MS = 400;

    /** Of a pause that each word added to it needs, milliseconds. */
    private static final long ENOUGH_MS = 100;

    private static final long SHORTEST_MS = 10;

    private final List<Word> words;
    private final long endMs;

    /**
     * @param words changed in place
     * @param endMs of what they are spoken in
     */
    Rewording(List<Word> words, long endMs) {
        this.words = words;
        this.endMs = endMs;
    }

    /** There is no time for so many words. */
    static final class TooManyWords extends Exception {
        private static final long serialVersionUID = 1L;

        TooManyWords(int words, long ms) {
            super("%d words do not fit into %d ms.".formatted(words, ms), null, false, false);
        }
    }

    /**
     * @param from index of the first word that goes
     * @param to index after the last
     */
    void replace(int from, int to, List<String> said) throws TooManyWords {
        int goes = to;
        int comes = said.size();
        for (var kept : kept(words.subList(from, to), said).reversed()) {
            run(from + kept.before() + 1, goes, said.subList(kept.now() + 1, comes));
            goes = from + kept.before();
            comes = kept.now();
            words.set(goes, with(words.get(goes), said.get(comes)));
        }
        run(from, goes, said.subList(0, comes));
    }

    /** A word that stays, perhaps with other marks or letter case: where it was and is. */
    private record Kept(int before, int now) {}

    /** The longest common subsequence, in order. */
    private static List<Kept> kept(List<Word> words, List<String> said) {
        var before = words.stream().map(it -> core(it.text())).toList();
        var now = said.stream().map(Rewording::core).toList();
        var longest = new int[before.size() + 1][now.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] =
                        before.get(i).equals(now.get(j))
                                ? longest[i + 1][j + 1] + 1
                                : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var kept = new ArrayList<Kept>();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < now.size()) {
            if (before.get(i).equals(now.get(j))) {
                kept.add(new Kept(i++, j++));
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }

    private static String core(String word) {
        var letters = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        return letters.isEmpty() ? word : letters;
    }

    /** None of the words that go is among those that come. */
    private void run(int from, int to, List<String> said) throws TooManyWords {
        var going = words.subList(from, to);
        if (said.isEmpty()) {
            going.clear();
        } else if (from == to) {
            add(from, said);
        } else if (said.size() == to - from) {
            for (int i = 0; i < said.size(); i++) {
                var word = going.get(i);
                going.set(i, word(said.get(i), word.startMs(), word.endMs(), word.speaker()));
            }
        } else {
            var first = going.getFirst();
            var others = spread(said, first.startMs(), going.getLast().endMs(), first.speaker());
            going.clear();
            words.addAll(from, others);
        }
    }

    private void add(int at, List<String> said) throws TooManyWords {
        long from = at == 0 ? 0 : words.get(at - 1).endMs();
        long to = at == words.size() ? Math.max(from, endMs) : words.get(at).startMs();
        if (to - from >= ENOUGH_MS * said.size()) {
            long length = Math.min(to - from, LONGEST_MS * said.size());
            long start = at == 0 && !words.isEmpty() ? to - length : from;
            words.addAll(at, spread(said, start, start + length, neighbour(at)));
        } else if (at > 0) {
            share(at - 1, List.of(), said, words.get(at - 1).startMs(), to);
        } else if (!words.isEmpty()) {
            share(0, said, List.of(), from, words.getFirst().endMs());
        } else {
            throw new TooManyWords(said.size(), to - from);
        }
    }

    private @Nullable String neighbour(int at) {
        return words.isEmpty() ? null : words.get(Math.max(0, at - 1)).speaker();
    }

    /** A word gives some of its time to those beside it. */
    private void share(int at, List<String> before, List<String> behind, long from, long to)
            throws TooManyWords {
        var giver = words.get(at);
        var all = new ArrayList<>(before);
        all.add(giver.text());
        all.addAll(behind);
        var shared = spread(all, from, to, giver.speaker());
        var left = shared.get(before.size());
        shared.set(
                before.size(),
                new Word(
                        giver.text(),
                        left.startMs(),
                        left.endMs(),
                        giver.speaker(),
                        giver.confidence()));
        words.remove(at);
        words.addAll(at, shared);
    }

    private static List<Word> spread(
            List<String> said, long from, long to, @Nullable String speaker) throws TooManyWords {
        if (to - from < SHORTEST_MS * said.size()) {
            throw new TooManyWords(said.size(), to - from);
        }
        long free = to - from - SHORTEST_MS * said.size();
        long letters = said.stream().mapToLong(String::length).sum();
        var words = new ArrayList<Word>();
        long before = 0;
        long start = from;
        for (var text : said) {
            before += text.length();
            long end = from + SHORTEST_MS * (words.size() + 1) + free * before / letters;
            words.add(word(text, start, end, speaker));
            start = end;
        }
        return words;
    }

    private static Word word(String text, long startMs, long endMs, @Nullable String speaker) {
        return new Word(text, startMs, endMs, speaker, null);
    }

    private static Word with(Word word, String text) {
        return new Word(text, word.startMs(), word.endMs(), word.speaker(), word.confidence());
    }
}
