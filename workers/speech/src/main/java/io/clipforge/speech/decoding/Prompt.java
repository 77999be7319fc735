package io.clipforge.speech.decoding;

import io.clipforge.speech.model.WhisperModel;
import io.clipforge.speech.tokens.SpecialTokens;
import java.util.ArrayList;
import java.util.List;

/**
 * What the decoder reads before it writes: what was said before, then what it shall do.
 *
 * @param start where {@code startOfTranscript} stands
 */
record Prompt(List<Integer> tokens, int start) {
    Prompt {
        tokens = List.copyOf(tokens);
    }

    static Prompt of(WhisperModel model, DecodingOptions options) {
        var special = model.tokenizer().special();
        var tokens = new ArrayList<Integer>();
        if (!options.previous().isEmpty()) {
            tokens.add(special.startOfPrevious());
            tokens.addAll(last(options.previous(), model.config().maxTokens() / 2 - 1));
        }
        int start = tokens.size();
        tokens.add(special.startOfTranscript());
        if (model.generation().multilingual()) {
            tokens.add(special.language(options.language()));
            tokens.add(task(special, options.task()));
        }
        if (!options.timestamps()) {
            tokens.add(special.noTimestamps());
        }
        return new Prompt(tokens, start);
    }

    private static int task(SpecialTokens special, Task task) {
        return switch (task) {
            case TRANSCRIBE -> special.transcribe();
            case TRANSLATE -> special.translate();
        };
    }

    private static List<Integer> last(List<Integer> tokens, int most) {
        return tokens.subList(Math.max(0, tokens.size() - most), tokens.size());
    }
}
