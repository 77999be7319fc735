package io.clipforge.fleet.scripts;

import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Puts the words of a script where they were heard, and the others between them. */
final class ScriptTimes {
    /** A slow talker's letter: what nobody was heard saying does not fill a whole pause. */
    private static final long LETTER_MS = 120;

    /** Nobody speaks faster. */
    private static final long SHORTEST_MS = 40;

    private final List<String> script;
    private final List<Word> heard;
    private final int[] match;
    private final long endMs;
    private final int[] letters;
    private final List<Word> words = new ArrayList<>();

    /**
     * @param heard in order
     * @param match see {@link Matching#of}
     */
    ScriptTimes(List<String> script, List<Word> heard, int[] match, long endMs) {
        this.script = script;
        this.heard = heard;
        this.match = match;
        this.endMs = endMs;
        letters = new int[script.size() + 1];
        for (int i = 0; i < script.size(); i++) {
            // a word costs something whatever its length
            letters[i + 1] = letters[i] + script.get(i).length() + 1;
        }
    }

    List<Word> words() {
        int at = 0;
        while (at < script.size()) {
            int to = at;
            while (to < script.size() && match[to] == Matching.NONE) {
                to++;
            }
            if (to == at) {
                var same = heard.get(match[at++]);
                add(at - 1, same.startMs(), same.endMs(), same);
            } else {
                between(at, to);
                at = to;
            }
        }
        return words;
    }

    /** Places words of which none was heard; nothing is known where nothing was heard at all. */
    private void between(int from, int to) {
        if (from == 0 && to == script.size()) {
            return;
        }
        var neighbour = heard.get(from > 0 ? match[from - 1] : match[to]);
        var misheard = Stretches.of(misheard(from, to));
        var pause = pause(from, to);
        if (hasRoom(misheard, to - from)) {
            place(from, to, misheard, neighbour);
        } else if (hasRoom(pause, to - from)) {
            place(from, to, pause, neighbour);
        } else if (from > 0) {
            shareWithWordBefore(from, to, neighbour);
        }
    }

    /** Such as "do not" for a "don't" that was heard. */
    private void shareWithWordBefore(int from, int to, Word before) {
        var both = Stretches.of(before.startMs(), before.endMs());
        if (hasRoom(both, to - from + 1)) {
            words.removeLast();
            place(from - 1, to, both, before);
        }
    }

    private static boolean hasRoom(Stretches time, int words) {
        return time.lengthMs() >= words * SHORTEST_MS;
    }

    /**
     * What was heard instead. Before the first word of a script and behind its last one something
     * else may be said: no more than these words.
     */
    private List<Word> misheard(int from, int to) {
        int first = from == 0 ? Math.max(0, match[to] - to) : match[from - 1] + 1;
        int last = to == script.size() ? Math.min(heard.size(), first + to - from) : match[to];
        return heard.subList(first, last);
    }

    /** Right behind the word before, or right in front of the first one that was heard. */
    private Stretches pause(int from, int to) {
        long most = LETTER_MS * (letters[to] - letters[from]);
        if (from == 0) {
            long end = heard.get(match[to]).startMs();
            return Stretches.of(Math.max(0, end - most), end);
        }
        long start = heard.get(match[from - 1]).endMs();
        long end = to == script.size() ? endMs : heard.get(match[to]).startMs();
        return Stretches.of(start, Math.min(end, start + most));
    }

    private void place(int from, int to, Stretches time, Word like) {
        double total = letters[to] - letters[from];
        for (int i = from; i < to; i++) {
            long start = time.startAt((letters[i] - letters[from]) / total);
            long end = time.endAt((letters[i + 1] - letters[from]) / total);
            if (start < end) {
                add(i, start, end, like);
            }
        }
    }

    private void add(int at, long startMs, long endMs, Word like) {
        words.add(new Word(script.get(at), startMs, endMs, like.speaker(), null));
    }
}
