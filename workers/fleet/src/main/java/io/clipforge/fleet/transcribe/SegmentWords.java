package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.Transcript.Word;
import io.clipforge.speech.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of a phrase that Whisper heard. */
final class SegmentWords {
    /** Sounds shorter than this are no word; the model tells times in these steps. */
    private static final long SHORTEST_MS = 20;

    private SegmentWords() {}

    /**
     * @param timed whether the model told when each word was said; otherwise the phrase's time is
     *     shared out by the letters
     */
    static List<Word> of(Segment segment, boolean timed) {
        return timed ? told(segment) : sharedOut(segment);
    }

    private static List<Word> told(Segment segment) {
        return segment.words().stream()
                .filter(it -> !it.text().isBlank())
                .map(it -> word(it.text(), it.start(), it.end(), it.probability()))
                .toList();
    }

    private static List<Word> sharedOut(Segment segment) {
        var texts =
                Arrays.stream(segment.text().split("\\s+", -1))
                        .filter(it -> !it.isEmpty())
                        .toList();
        double letters = texts.stream().mapToInt(String::length).sum();
        double perLetter = (segment.end() - segment.start()) / letters;
        double confidence = Math.exp(segment.decoded().averageLogProbability());
        var words = new ArrayList<Word>();
        double start = segment.start();
        for (var text : texts) {
            double end = start + text.length() * perLetter;
            words.add(word(text, start, end, confidence));
            start = end;
        }
        return words;
    }

    private static Word word(String text, double start, double end, double confidence) {
        long startMs = Math.round(start * 1000);
        long endMs = Math.max(startMs + SHORTEST_MS, Math.round(end * 1000));
        return new Word(text.strip(), startMs, endMs, null, Math.clamp(confidence, 0.0, 1.0));
    }
}
