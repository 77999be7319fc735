package io.clipforge.fleet.scripts;

import io.clipforge.jobs.Transcript.Word;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A script whose words have times. A word that was heard has the time of what was heard; words
 * between two of those share, by their letters, the time in which something else was heard, or else
 * that of the pause.
 *
 * @param words in order, as they are written; those for which there is no room, because nobody says
 *     them, are left out
 * @param heard the share of the script's words that were heard together with a neighbour, 0 to 1:
 *     single words of one text occur in any other
 */
public record TimedScript(List<Word> words, double heard) {
    public TimedScript {
        words = List.copyOf(words);
    }

    /** What is written, without lone dashes and the like, which nobody speaks. */
    public static List<String> words(String script) {
        return Arrays.stream(script.strip().split("[\\s\u00a0]+", -1))
                .filter(it -> !Spelling.plain(it).isEmpty())
                .toList();
    }

    /**
     * @param script see {@link #words(String)}
     * @param heard what an engine recognised in the sound
     * @param endMs of the sound
     */
    public static TimedScript of(List<String> script, List<Word> heard, long endMs)
            throws InterruptedException {
        var ordered = heard.stream().sorted(Comparator.comparingLong(Word::startMs)).toList();
        var match =
                Matching.of(
                        script.stream().map(Spelling::plain).toList(),
                        ordered.stream().map(it -> Spelling.plain(it.text())).toList());
        var words = new ScriptTimes(script, ordered, match, endMs).words();
        return new TimedScript(words, inCompany(match));
    }

    private static double inCompany(int[] match) {
        int count = 0;
        for (int i = 0; i < match.length; i++) {
            boolean heard = match[i] != Matching.NONE;
            boolean before = heard && i > 0 && match[i - 1] == match[i] - 1;
            boolean after = heard && i + 1 < match.length && match[i + 1] == match[i] + 1;
            count += before || after ? 1 : 0;
        }
        return match.length == 0 ? 0 : (double) count / match.length;
    }
}
