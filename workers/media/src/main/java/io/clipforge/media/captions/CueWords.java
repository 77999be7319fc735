package io.clipforge.media.captions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives the words of a subtitle file times of their own: a cue's time is shared among its words in
 * proportion to their length, and a cue that overlaps the next ends where that one starts.
 */
public final class CueWords {
    private static final Pattern ONLY_PUNCTUATION = Pattern.compile("\\p{P}+");

    private CueWords() {}

    /** In order of start; they do not overlap. */
    public static List<Word> of(List<Cue> cues) {
        var ordered = cues.stream().sorted(Comparator.comparingLong(Cue::startMs)).toList();
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < ordered.size()) {
            int next = at + 1;
            while (next < ordered.size()
                    && ordered.get(next).startMs() == ordered.get(at).startMs()) {
                next++;
            }
            long limit = next < ordered.size() ? ordered.get(next).startMs() : Long.MAX_VALUE;
            spread(ordered.subList(at, next), limit, words);
            at = next;
        }
        return words;
    }

    /** Cues that start together are read one after the other. */
    private static void spread(List<Cue> together, long limit, List<Word> words) {
        long start = together.getFirst().startMs();
        long end = together.stream().mapToLong(Cue::endMs).max().orElseThrow();
        double length = Math.min(end, limit) - start;
        int total = together.stream().mapToInt(CueWords::weight).sum();
        int before = 0;
        for (var cue : together) {
            for (var text : texts(cue)) {
                int after = before + weight(text);
                words.add(
                        new Word(
                                text,
                                start + Math.round(length * before / total),
                                start + Math.round(length * after / total),
                                cue.speaker()));
                before = after;
            }
        }
    }

    /** Without lone dashes and the like, which nobody speaks. */
    private static List<String> texts(Cue cue) {
        return Arrays.stream(cue.text().strip().split("[\\s\u00a0]+"))
                .filter(text -> !text.isEmpty() && !ONLY_PUNCTUATION.matcher(text).matches())
                .toList();
    }

    private static int weight(Cue cue) {
        return texts(cue).stream().mapToInt(CueWords::weight).sum();
    }

    private static int weight(String text) {
        return text.codePointCount(0, text.length());
    }
}
