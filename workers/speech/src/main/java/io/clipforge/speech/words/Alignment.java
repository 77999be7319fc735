package io.clipforge.speech.words;

import io.clipforge.speech.decoding.Task;
import io.clipforge.speech.model.CrossAttention;
import io.clipforge.speech.model.Encoded;
import io.clipforge.speech.model.WhisperModel;
import io.clipforge.speech.tokens.SpecialTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells when each word of a text was said. The decoder reads the text once more; where it looks
 * meanwhile, by the heads that follow the words, is warped to a way through the sound.
 */
public final class Alignment {
    private static final double SECONDS_PER_COLUMN = 0.02;
    private static final int FRAMES_PER_COLUMN = 2;

    private final WhisperModel model;
    private final SpecialTokens special;

    /**
     * @param model whose makers named its alignment heads, exported with cross-attentions
     */
    public Alignment(WhisperModel model) {
        if (!isToldBy(model)) {
            throw new IllegalArgumentException("the model does not tell where it looks");
        }
        this.model = model;
        special = model.tokenizer().special();
    }

    /**
     * Whether it works with a model: one that was exported with cross-attentions and told its
     * heads.
     */
    public static boolean isToldBy(WhisperModel model) {
        return model.decoder().tellsAttention() && !model.generation().alignmentHeads().isEmpty();
    }

    /**
     * @param sound of one window
     * @param frames of 10 ms that are sound in it
     * @param text tokens; times among them do not count
     */
    public Aligned align(
            Encoded sound, int frames, String language, Task task, List<Integer> text) {
        return Aligned.of(words(sound, frames, language, task, text));
    }

    List<Word> words(Encoded sound, int frames, String language, Task task, List<Integer> tokens) {
        var text = tokens.stream().filter(special::isText).toList();
        var split = new WordSplit(model.tokenizer(), language).words(text);
        if (split.isEmpty() || frames < FRAMES_PER_COLUMN) {
            return List.of();
        }
        var prompt = prompt(language, task);
        var read = new ArrayList<>(prompt);
        read.addAll(text);
        read.add(special.endOfText());
        var attention = model.decoder().attend(sound, read, model.generation().alignmentHeads());
        var times = times(attention, frames / FRAMES_PER_COLUMN, prompt.size() - 1);
        var probabilities = probabilities(attention, text, prompt.size() - 1);
        return words(split, times, probabilities);
    }

    private List<Integer> prompt(String language, Task task) {
        var prompt = new ArrayList<Integer>();
        prompt.add(special.startOfTranscript());
        if (model.generation().multilingual()) {
            prompt.add(special.language(language));
            prompt.add(
                    switch (task) {
                        case TRANSCRIBE -> special.transcribe();
                        case TRANSLATE -> special.translate();
                    });
        }
        prompt.add(special.noTimestamps());
        return prompt;
    }

    /** When each token begins, and when the last one ends. */
    private static int[] times(CrossAttention attention, int columns, int first) {
        var looked = Sharpening.of(attention, columns);
        var costs = Arrays.copyOfRange(looked, first, looked.length - 1);
        for (var row : costs) {
            for (int column = 0; column < columns; column++) {
                row[column] = -row[column];
            }
        }
        return TimeWarp.firstColumns(costs);
    }

    /** Of each token of the text among all tokens of text. */
    private double[] probabilities(CrossAttention attention, List<Integer> text, int first) {
        var probabilities = new double[text.size()];
        for (int i = 0; i < probabilities.length; i++) {
            var logits = attention.logits().at(0, first + i);
            double sum = 0;
            for (int token = 0; token < special.endOfText(); token++) {
                sum += Math.exp(logits[token] - logits[text.get(i)]);
            }
            probabilities[i] = 1 / sum;
        }
        return probabilities;
    }

    private List<Word> words(List<List<Integer>> split, int[] times, double[] probabilities) {
        var words = new ArrayList<Word>();
        int from = 0;
        for (var tokens : split) {
            int to = from + tokens.size();
            words.add(
                    new Word(
                            model.tokenizer().decode(tokens),
                            tokens,
                            times[from] * SECONDS_PER_COLUMN,
                            times[to] * SECONDS_PER_COLUMN,
                            Arrays.stream(probabilities, from, to).average().orElse(0)));
            from = to;
        }
        return words;
    }
}
