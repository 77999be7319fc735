package io.clipforge.media.quality;

import io.clipforge.media.captions.Cue;
import io.clipforge.media.captions.Word;
import io.clipforge.media.cuts.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Where the clip begins, jumps and ends in what is said, and when captions come. The first is the
 * choice of whoever ordered the clip: worth a look, never a fault.
 *
 * @param kept what the clip shows, on the source's clock, in order; more than one stretch when it
 *     jumps
 * @param words of the whole source
 * @param sentences of the whole source
 * @param cues as they stand in the clip's subtitle file
 * @param shown when a caption with this start comes on, milliseconds of the clip: the start itself,
 *     or that of a frame
 * @param frameMs length of a frame
 */
public record SpeechChecks(
        List<Span> kept,
        List<Word> words,
        List<Sentence> sentences,
        List<Cue> cues,
        ToDoubleFunction<Cue> shown,
        double frameMs) {
    /** Nobody hears so little of a word. */
    private static final double UNHEARD_MS = 50;

    private static final double CAPTION_MS = 40;
    private static final double CAPTION_LOST_MS = 250;
    private static final double MOST = 0.95;

    public SpeechChecks {
        kept = List.copyOf(kept);
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
        cues = List.copyOf(cues);
    }

    /**
     * @param startMs of its first word, on the source's clock
     * @param endMs of its last word
     */
    public record Sentence(long startMs, long endMs) {}

    public List<Check> checks() {
        return List.of(wordsCut(), sentencesCut(), captions());
    }

    private Check wordsCut() {
        long cut = words.stream().filter(it -> isCut(it.startMs(), it.endMs())).count();
        return Check.warnsAbove(
                Subject.WORDS_CUT, (double) cut, 0, cut == 0 ? "No word is cut." : finding());
    }

    private String finding() {
        return kept.size() == 1
                ? "The clip's start or end cuts through a word."
                : "The clip's start, end or a jump cuts through a word.";
    }

    private Check sentencesCut() {
        double startMs = kept.getFirst().startMs();
        double endMs = kept.getLast().endMs();
        long ends =
                sentences.stream().filter(it -> within(startMs, it.startMs(), it.endMs())).count()
                        + sentences.stream()
                                .filter(it -> within(endMs, it.startMs(), it.endMs()))
                                .count();
        return Check.warnsAbove(
                Subject.SENTENCES_CUT,
                (double) ends,
                0,
                ends == 0
                        ? "The clip begins and ends between sentences."
                        : "The clip begins or ends within a sentence.");
    }

    private Check captions() {
        var errors = errors().stream().sorted().toList();
        double error = errors.isEmpty() ? 0 : errors.get((int) Math.ceil(MOST * errors.size()) - 1);
        return Check.fails(
                Subject.CAPTION_TIMING,
                error,
                Math.max(CAPTION_MS, frameMs),
                CAPTION_LOST_MS,
                String.format(Locale.ROOT, "Captions come within %.0f ms of their words.", error));
    }

    /**
     * How far each caption is from its first word. Words are told apart by their place, for a
     * caption may write one otherwise than it was heard; when some are missing the nearest counts.
     */
    private List<Double> errors() {
        var spoken = spoken();
        int written = cues.stream().mapToInt(SpeechChecks::words).sum();
        var errors = new ArrayList<Double>();
        int word = 0;
        for (var cue : cues) {
            double at = shown.applyAsDouble(cue);
            errors.add(
                    written == spoken.size()
                            ? Math.abs(at - spoken.get(word))
                            : spoken.stream().mapToDouble(it -> Math.abs(at - it)).min().orElse(0));
            word += words(cue);
        }
        return errors;
    }

    /** When each word that is heard begins, on the clip's clock. */
    private List<Double> spoken() {
        var spoken = new ArrayList<Double>();
        double before = 0;
        for (var span : kept) {
            for (var word : words) {
                if (span.holds(middle(word))) {
                    spoken.add(before + Math.max(0, word.startMs() - span.startMs()));
                }
            }
            before += span.lengthMs();
        }
        return spoken;
    }

    private boolean isCut(long fromMs, long toMs) {
        return kept.stream()
                .anyMatch(it ->
                        within(it.startMs(), fromMs, toMs) || within(it.endMs(), fromMs, toMs));
    }

    private static boolean within(double at, long fromMs, long toMs) {
        return at > fromMs + UNHEARD_MS && at < toMs - UNHEARD_MS;
    }

    private static double middle(Word word) {
        return (word.startMs() + word.endMs()) / 2.0;
    }

    private static int words(Cue cue) {
        return cue.text().strip().split("\\s+").length;
    }
}
