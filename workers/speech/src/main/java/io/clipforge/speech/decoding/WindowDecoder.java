package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Dictation;
import io.clipforge.speech.model.Encoded;
import io.clipforge.speech.model.WhisperModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes what is said in windows of 30 s, one batch at a time. */
public final class WindowDecoder {
    private final WhisperModel model;

    public WindowDecoder(WhisperModel model) {
        this.model = model;
    }

    /**
     * The likeliest text, by greedy or beam search.
     *
     * @return one for each window
     */
    public List<Decoded> decode(Encoded sound, DecodingOptions options) {
        var prompt = Prompt.of(model, options);
        var prompts = Collections.nCopies(sound.rows(), prompt.tokens());
        try (var dictation = model.decoder().begin(sound, prompts)) {
            var silence = noSpeech(dictation, prompt);
            var found = search(options, prompt).search(dictation);
            var decoded = new ArrayList<Decoded>();
            for (int row = 0; row < found.size(); row++) {
                decoded.add(decoded(found.get(row), silence.get(row), 0));
            }
            return List.copyOf(decoded);
        }
    }

    /**
     * The likeliest of some texts drawn by chance.
     *
     * @param sound of one window
     * @param temperature above 0: the higher, the more often an unlikely token is drawn
     * @param tries how many texts
     */
    public Decoded sample(
            Encoded sound,
            DecodingOptions options,
            double temperature,
            int tries,
            RandomGenerator random) {
        var prompt = Prompt.of(model, options);
        try (var dictation = model.decoder().begin(sound, List.of(prompt.tokens()))) {
            var silence = noSpeech(dictation, prompt).getFirst();
            dictation.select(new int[tries]);
            var search =
                    new GreedySearch(
                            rules(options),
                            model.tokenizer().special().endOfText(),
                            maxTokens(options, prompt),
                            temperature,
                            random);
            var best =
                    Collections.max(
                            search.search(dictation),
                            Comparator.comparingDouble(Hypothesis::averageLogProbability));
            return decoded(best, silence, temperature);
        }
    }

    private Decoded decoded(Hypothesis found, double silence, double temperature) {
        return new Decoded(
                found.tokens(),
                model.tokenizer().decode(found.tokens()).strip(),
                found.averageLogProbability(),
                silence,
                temperature);
    }

    private List<Double> noSpeech(Dictation dictation, Prompt prompt) {
        var logits = dictation.logits();
        int token = model.tokenizer().special().noSpeech();
        var silence = new ArrayList<Double>();
        for (int row = 0; row < logits.rows(); row++) {
            silence.add(Scores.probability(logits.at(row, prompt.start()), token));
        }
        return silence;
    }

    private Search search(DecodingOptions options, Prompt prompt) {
        int end = model.tokenizer().special().endOfText();
        int most = maxTokens(options, prompt);
        return options.beams() == 1
                ? GreedySearch.likeliest(rules(options), end, most)
                : new BeamSearch(rules(options), end, most, options.beams(), options.patience());
    }

    private TokenRules rules(DecodingOptions options) {
        return TokenRules.of(model.generation(), model.tokenizer().special(), options.timestamps());
    }

    private int maxTokens(DecodingOptions options, Prompt prompt) {
        int room = model.config().maxTokens() - prompt.tokens().size();
        int asked = Math.min(options.maxTokens(), room);
        var most = model.generation().maxLength();
        return most.isEmpty() ? asked : Math.min(asked, Math.max(1, most.getAsInt() - 1));
    }
}
