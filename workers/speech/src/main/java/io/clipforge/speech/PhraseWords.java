package io.clipforge.speech;

import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.model.Encoded;
import io.clipforge.speech.model.WhisperModel;
import io.clipforge.speech.tokens.SpecialTokens;
import io.clipforge.speech.words.Alignment;
import io.clipforge.speech.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of each phrase of a window. They are aligned together, for the way through the sound
 * goes through all of it; a word is of the phrase in which it begins.
 */
record PhraseWords(Alignment alignment, SpecialTokens special) {
    static PhraseWords of(WhisperModel model) {
        return new PhraseWords(new Alignment(model), model.tokenizer().special());
    }

    /**
     * @param frames of sound in the window
     * @return a list for each phrase, times from the start of the window
     */
    List<List<Word>> align(
            Encoded sound, int frames, DecodingOptions options, List<Phrases.Phrase> phrases) {
        var tokens = phrases.stream().flatMap(it -> it.tokens().stream()).toList();
        var words = alignment.align(sound, frames, options.language(), options.task(), tokens);
        var split = new ArrayList<List<Word>>();
        int next = 0;
        long begun = 0;
        long end = 0;
        for (var phrase : phrases) {
            end += phrase.tokens().stream().filter(special::isText).count();
            var own = new ArrayList<Word>();
            while (next < words.size() && begun < end) {
                begun += words.get(next).tokens().size();
                own.add(words.get(next++));
            }
            split.add(List.copyOf(own));
        }
        return List.copyOf(split);
    }
}
