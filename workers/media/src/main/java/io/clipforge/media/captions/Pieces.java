package io.clipforge.media.captions;

import io.github.humbleui.skija.BreakIterator;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts what is written without spaces into pieces between which a line may end: Chinese, Japanese,
 * Thai and their like between words of ICU's dictionaries where UAX #14 allows a line to end, so
 * that none begins with 。 or 」; any word that is longer than a line between letters.
 *
 * <p>The time of a piece follows from how wide it is within its word.
 */
final class Pieces {
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    /** Where ICU's rules differ by language, those that hold everywhere. */
    private static final String ANY_LANGUAGE = "en";

    /** What a line of one word may hold more than others. */
    private static final double ALONE = 1.3;

    private final double longest;

    /**
     * @param longest of a line, columns
     */
    Pieces(double longest) {
        this.longest = longest;
    }

    /** The widest piece there can be, columns. */
    double widest() {
        return ALONE * longest;
    }

    /** In order; put together they are the words again. */
    List<Word> of(List<Word> words) {
        var pieces = new ArrayList<Word>();
        int from = 0;
        for (int to = 1; to <= words.size(); to++) {
            if (to == words.size() || !joined(words.get(to - 1), words.get(to))) {
                cut(words.subList(from, to), pieces);
                from = to;
            }
        }
        return pieces;
    }

    /** Whether no space stands between two words that follow each other. */
    private static boolean joined(Word before, Word after) {
        int last = before.text().codePointBefore(before.text().length());
        int first = after.text().codePointAt(0);
        return (after.glued()
                        || isEastAsian(last)
                        || isEastAsian(first)
                        || bothUnspaced(last, first))
                && !Phrases.separates(before, after);
    }

    private static boolean bothUnspaced(int last, int first) {
        return isUnspaced(last) && isUnspaced(first);
    }

    /** Characters and their marks, which take no space beside Latin words either. */
    private static boolean isEastAsian(int codePoint) {
        return (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFF00 && codePoint <= 0xFFEF)
                || codePoint >= 0x20000;
    }

    private static boolean isUnspaced(int codePoint) {
        return UNSPACED.contains(UnicodeScript.of(codePoint));
    }

    private void cut(List<Word> run, List<Word> pieces) {
        var text = new StringBuilder();
        run.forEach(it -> text.append(it.text()));
        boolean whole =
                run.size() == 1
                        && text.codePoints().noneMatch(Pieces::isUnspaced)
                        && Columns.of(text.toString()) <= widest();
        if (whole) {
            pieces.add(run.getFirst());
            return;
        }
        var clock = new Clock(run);
        int from = 0;
        for (int to : ends(text.toString())) {
            var piece = text.substring(from, to);
            pieces.add(run.getFirst().piece(piece, clock.at(from), clock.at(to), from > 0));
            from = to;
        }
    }

    /** Where a piece may end, the end of the text included. */
    private List<Integer> ends(String text) {
        var ends = new TreeSet<Integer>();
        if (text.codePoints().anyMatch(Pieces::isUnspaced)) {
            ends.addAll(boundaries(BreakIterator.makeWordInstance(ANY_LANGUAGE), text));
            ends.retainAll(boundaries(BreakIterator.makeLineInstance(ANY_LANGUAGE), text));
        }
        ends.add(text.length());
        var all = new ArrayList<Integer>();
        int from = 0;
        for (int to : ends) {
            all.addAll(shortened(text, from, to));
            from = to;
        }
        return all;
    }

    /** Ends of about equal parts that fit into a line each. */
    private List<Integer> shortened(String text, int from, int to) {
        double columns = Columns.of(text.substring(from, to));
        if (columns <= widest()) {
            return List.of(to);
        }
        double part = columns / Math.ceil(columns / longest);
        var ends = new ArrayList<Integer>();
        int start = from;
        int before = from;
        var letters = boundaries(BreakIterator.makeCharacterInstance(ANY_LANGUAGE), text);
        for (int end : letters.stream().filter(it -> it > from && it <= to).toList()) {
            if (before > start && Columns.of(text.substring(start, end)) > part + 0.5) {
                ends.add(before);
                start = before;
            }
            before = end;
        }
        ends.add(to);
        return ends;
    }

    private static List<Integer> boundaries(BreakIterator iterator, String text) {
        try (iterator) {
            iterator.setText(text);
            var boundaries = new ArrayList<Integer>();
            iterator.first();
            for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
                boundaries.add(at);
            }
            return boundaries;
        }
    }

    /** When each character of words that stand together is spoken. */
    private record Clock(List<Word> run) {
        long at(int index) {
            int before = 0;
            for (var word : run) {
                int within = index - before;
                if (within < word.text().length()) {
                    double part = Columns.of(word.text().substring(0, within));
                    double all = Math.max(1, Columns.of(word.text()));
                    return word.startMs() + Math.round(word.lengthMs() * Math.min(1, part / all));
                }
                before += word.text().length();
            }
            return run.getLast().endMs();
        }
    }
}
