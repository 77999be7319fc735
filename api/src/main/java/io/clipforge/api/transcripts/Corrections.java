package io.clipforge.api.transcripts;

import io.clipforge.api.generated.model.TranscriptEdit;
import io.clipforge.api.generated.model.TranscriptUpdate;
import io.clipforge.api.http.Items;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a customer corrects in a transcript, checked against the words that are there. */
final class Corrections {
    private static final int LONGEST_WORD = 200;

    private final List<Correction> corrections;
    private final Map<String, String> speakers;

    private Corrections(List<Correction> corrections, Map<String, String> speakers) {
        this.corrections = corrections;
        this.speakers = speakers;
    }

    /**
     * @param pointer of the edit in the body
     * @param from index of the first word
     * @param to index after the last
     * @param said absent: as before
     * @param speaker absent: as before
     */
    private record Correction(
            String pointer,
            int from,
            int to,
            @Nullable List<String> said,
            @Nullable String speaker) {}

    /** Refuses what was not written for these words. */
    static Corrections of(TranscriptUpdate update, List<Word> words) {
        var edits = Items.of("/edits", Objects.requireNonNullElse(update.getEdits(), List.of()));
        var corrections = new ArrayList<Correction>();
        int free = 0;
        for (int i = 0; i < edits.size(); i++) {
            var correction = correction("/edits/" + i, edits.get(i), words);
            if (correction.from() < free) {
                throw ApiProblem.invalid(
                        correction.pointer() + "/first_word",
                        "overlap",
                        "Edits come in order, and no word belongs to two of them.");
            }
            free = correction.to();
            corrections.add(correction);
        }
        return new Corrections(
                corrections, Objects.requireNonNullElse(update.getSpeakers(), Map.of()));
    }

    /**
     * @param endMs of what the words are spoken in
     */
    List<Word> applied(List<Word> words, long endMs) {
        var corrected = new ArrayList<>(words);
        // from the end on, so that those before keep their places
        for (var correction : corrections.reversed()) {
            apply(correction, corrected, endMs);
        }
        for (var label : speakers.keySet()) {
            if (corrected.stream().noneMatch(it -> label.equals(it.speaker()))) {
                throw ApiProblem.invalid(
                        "/speakers/" + label.replace("~", "~0").replace("/", "~1"),
                        "unknown",
                        "No word is spoken by '" + label + "'.");
            }
        }
        corrected.replaceAll(it ->
                it.speaker() == null
                        ? it
                        : by(it, speakers.getOrDefault(it.speaker(), it.speaker())));
        return corrected;
    }

    private static void apply(Correction correction, List<Word> words, long endMs) {
        int before = words.size();
        if (correction.said() != null) {
            try {
                new Rewording(words, endMs)
                        .replace(correction.from(), correction.to(), correction.said());
            } catch (Rewording.TooManyWords e) {
                throw ApiProblem.invalid(
                        correction.pointer() + "/text",
                        "no_time",
                        Objects.requireNonNull(e.getMessage()));
            }
        }
        var speaker = correction.speaker();
        if (speaker != null) {
            int to = correction.to() + words.size() - before;
            words.subList(correction.from(), to).replaceAll(it -> by(it, speaker));
        }
    }

    private static Correction correction(String pointer, TranscriptEdit edit, List<Word> words) {
        int from = edit.getFirstWord();
        if (from > words.size()) {
            throw ApiProblem.invalid(
                    pointer + "/first_word",
                    "no_such_word",
                    "There are only " + words.size() + " words.");
        }
        var said = edit.getText() == null ? null : said(pointer, edit.getText());
        int to =
                from + count(pointer, split(edit.getReplaces()), words.subList(from, words.size()));
        return new Correction(pointer, from, to, said, edit.getSpeaker());
    }

    private static List<String> said(String pointer, String text) {
        var words = split(text);
        if (words.stream().anyMatch(it -> it.length() > LONGEST_WORD)) {
            throw ApiProblem.invalid(
                    pointer + "/text",
                    "word_too_long",
                    "A word has at most " + LONGEST_WORD + " characters.");
        }
        return words;
    }

    /** How many words it is that are named; one may have spaces itself. */
    private static int count(String pointer, List<String> named, List<Word> words) {
        int at = 0;
        int count = 0;
        while (at < named.size()) {
            var there = count < words.size() ? split(words.get(count).text()) : List.<String>of();
            if (there.isEmpty() || !starts(named.subList(at, named.size()), there)) {
                throw ApiProblem.invalid(
                        pointer + "/replaces", "changed", "Other words stand there now.");
            }
            at += there.size();
            count++;
        }
        return count;
    }

    private static boolean starts(List<String> words, List<String> with) {
        return words.size() >= with.size() && words.subList(0, with.size()).equals(with);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[\\s\\p{Z}\\p{Cc}]+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static Word by(Word word, String speaker) {
        return new Word(word.text(), word.startMs(), word.endMs(), speaker, word.confidence());
    }
}
