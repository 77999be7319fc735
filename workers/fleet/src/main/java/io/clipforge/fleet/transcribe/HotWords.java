package io.clipforge.fleet.transcribe;

import io.clipforge.speech.model.WhisperModel;
import java.util.ArrayList;
import java.util.List;

/** Names and terms that are likely to be said, as a model is told them before each window. */
final class HotWords {
    private HotWords() {}

    /**
     * The first of them, as many as fit into half of what a window can be told: the other half is
     * for what was said before.
     */
    static List<Integer> tokens(List<String> vocabulary, WhisperModel model) {
        int room = model.config().maxTokens() / 4 - 1;
        var tokens = new ArrayList<Integer>();
        for (var each : vocabulary) {
            var more = model.tokenizer().encode((tokens.isEmpty() ? " " : ", ") + each.strip());
            if (tokens.size() + more.size() > room) {
                break;
            }
            tokens.addAll(more);
        }
        return List.copyOf(tokens);
    }
}
