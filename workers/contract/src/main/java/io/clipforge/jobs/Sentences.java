package io.clipforge.jobs;

import io.clipforge.jobs.Transcript.Sentence;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts words into sentences: at punctuation where the text has it, else at pauses. A change of
 * speaker and a very long pause always end one, and one that goes on for too long is cut at its
 * longest pause.
 */
final class Sentences {
    private static final int WORDS_PER_MARK = 50;
    private static final long LONG_PAUSE_MS = 2000;
    private static final long ABBREVIATION_PAUSE_MS = 500;
    private static final long LONGEST_MS = 25_000;
    private static final int MOST_WORDS = 60;

    private static final Pattern FINAL_MARK = Pattern.compile(".*[.!?…。！？][\"'”’»)\\]]*");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+");
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "vs.", "etc.", "no.", "inc.",
                    "ltd.", "jr.", "sr.");

    private final List<Word> words;
    private final boolean punctuated;
    private final long pauseMs;

    private Sentences(List<Word> words) {
        this.words = words;
        long marks = words.stream().filter(Sentences::marked).count();
        this.punctuated = marks > 0 && marks * WORDS_PER_MARK >= words.size();
        this.pauseMs = PauseThreshold.of(words);
    }

    /** In order; together they cover every word exactly once. */
    static List<Sentence> of(List<Word> words) {
        return new Sentences(words).cut();
    }

    private List<Sentence> cut() {
        var sentences = new ArrayList<Sentence>();
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 == words.size() || endsAfter(i)) {
                addShort(from, i + 1, sentences);
                from = i + 1;
            }
        }
        return sentences;
    }

    private boolean endsAfter(int i) {
        var word = words.get(i);
        long gap = gapAfter(i);
        if (!Objects.equals(word.speaker(), words.get(i + 1).speaker()) || gap >= LONG_PAUSE_MS) {
            return true;
        }
        if (!punctuated) {
            return gap >= pauseMs;
        }
        return marked(word) && (!abbreviation(word) || gap >= ABBREVIATION_PAUSE_MS);
    }

    private void addShort(int from, int to, List<Sentence> sentences) {
        long length = words.get(to - 1).endMs() - words.get(from).startMs();
        if (to - from == 1 || (length <= LONGEST_MS && to - from <= MOST_WORDS)) {
            sentences.add(new Sentence(from, to));
            return;
        }
        int middle = longestPause(from, to);
        addShort(from, middle, sentences);
        addShort(middle, to, sentences);
    }

    /** Among equals the one nearest to the middle, so that halves and not slivers are cut off. */
    private int longestPause(int from, int to) {
        int best = from + 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from + 1; i < to; i++) {
            double offCentre = Math.abs(2.0 * (i - from) / (to - from) - 1);
            double worth = gapAfter(i - 1) - 100 * offCentre;
            if (worth > most) {
                most = worth;
                best = i;
            }
        }
        return best;
    }

    private long gapAfter(int i) {
        return words.get(i + 1).startMs() - words.get(i).endMs();
    }

    private static boolean marked(Word word) {
        return FINAL_MARK.matcher(word.text()).matches();
    }

    private static boolean abbreviation(Word word) {
        return INITIALS.matcher(word.text()).matches()
                || ABBREVIATIONS.contains(word.text().toLowerCase(Locale.ROOT));
    }
}
