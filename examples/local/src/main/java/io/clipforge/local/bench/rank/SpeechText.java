package io.clipforge.local.bench.rank;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Sentence;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a written record of a speech with {@code [Laughter]} and {@code [Applause]} in it. The
 * marks are taken out, and so is the beginning of a sentence that applause cut off and the speaker
 * began again ("But Ukraine—[applause]. Ukraine can…"): it would give the answer away. Times are
 * made up from the length of words, about 150 words a minute.
 */
final class SpeechText {
    private static final Pattern MARK =
            Pattern.compile("\\[(?:laughter|applause)\\]\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSERTION = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern SPEAKER = Pattern.compile("^The President\\. ");
    private static final Pattern OTHERS =
            Pattern.compile(
                    "^(?:Audience|Representative|Senator|Member|Speaker|The Speaker|The Vice President)"
                            + "[A-Za-z\\s]{0,40}\\. .*");
    private static final Set<String> ABBREVIATIONS =
            Set.of("mr.", "mrs.", "ms.", "dr.", "u.s.", "st.", "jr.", "sr.", "gen.", "sgt.", "v.");

    private static final long LETTER_MS = 55;
    private static final long WORD_MS = 90;
    private static final long GAP_MS = 40;
    private static final long PAUSE_MS = 500;

    private final List<Word> words = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Integer> reactions = new ArrayList<>();
    private int sentenceStart;
    private long time;

    private SpeechText() {}

    static Speech read(String name, String text) {
        var reader = new SpeechText();
        text.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !OTHERS.matcher(it).matches())
                .map(it -> SPEAKER.matcher(it).replaceFirst(""))
                .forEach(reader::paragraph);
        var transcript = new Transcript("en", "record", reader.words, reader.sentences);
        return new Speech(name, transcript, reader.reactions);
    }

    private void paragraph(String text) {
        int from = 0;
        var mark = MARK.matcher(text);
        while (mark.find()) {
            say(text.substring(from, mark.start()));
            if (text.substring(0, mark.start()).endsWith("—")) {
                dropBrokenSentence();
            }
            reactions.add(words.size());
            from = mark.end();
        }
        say(text.substring(from));
        endSentence();
    }

    private void say(String text) {
        var clean = INSERTION.matcher(text).replaceAll(" ").replace("—", " — ");
        for (var token : clean.strip().split("\\s+", -1)) {
            if (token.chars().anyMatch(Character::isLetterOrDigit)) {
                long length = WORD_MS + LETTER_MS * token.length();
                words.add(new Word(token, time, time + length, null, null));
                time += length + GAP_MS;
                if (ends(token)) {
                    endSentence();
                }
            }
        }
    }

    private static boolean ends(String token) {
        return token.matches(".*[.!?][\"'”’)]*")
                && !ABBREVIATIONS.contains(token.toLowerCase(Locale.ROOT));
    }

    private void endSentence() {
        if (words.size() > sentenceStart) {
            sentences.add(new Sentence(sentenceStart, words.size()));
            sentenceStart = words.size();
            time += PAUSE_MS;
        }
    }

    private void dropBrokenSentence() {
        if (words.size() > sentenceStart) {
            time = words.get(sentenceStart).startMs();
            words.subList(sentenceStart, words.size()).clear();
        }
    }
}
