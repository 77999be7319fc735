package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Encoded;
import io.clipforge.speech.model.WhisperModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a multilingual model which language it would write after the start of a transcript. */
public final class LanguageDetection {
    private final WhisperModel model;

    public LanguageDetection(WhisperModel model) {
        this.model = model;
    }

    /**
     * @return for each window the probability of each language; they add up to 1
     */
    public List<Map<String, Double>> detect(Encoded sound) {
        int start = model.tokenizer().special().startOfTranscript();
        var prompts = Collections.nCopies(sound.rows(), List.of(start));
        try (var dictation = model.decoder().begin(sound, prompts)) {
            var found = new ArrayList<Map<String, Double>>();
            for (int row = 0; row < sound.rows(); row++) {
                found.add(probabilities(dictation.logits().last(row)));
            }
            return found;
        }
    }

    public static String likeliest(Map<String, Double> probabilities) {
        return Collections.max(probabilities.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private Map<String, Double> probabilities(float[] logits) {
        var languages = model.tokenizer().special().languages();
        var scores = new float[languages.size()];
        int count = 0;
        for (int token : languages.values()) {
            scores[count++] = logits[token];
        }
        Scores.normalize(scores);
        var probabilities = new LinkedHashMap<String, Double>();
        for (var language : languages.keySet()) {
            probabilities.put(language, Math.exp(scores[probabilities.size()]));
        }
        return probabilities;
    }
}
