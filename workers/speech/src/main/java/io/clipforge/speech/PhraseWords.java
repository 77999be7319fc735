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
     * @param seek frame of the sound at which the window begins
     * @param frames of sound in the window
     * @param spokenUntil the end of what was said before, seconds from the start of the sound
     * @return the times of each phrase
     */
    List<PhraseTimes> align(
            Encoded sound,
            int seek,
            int frames,
            DecodingOptions options,
            List<Phrases.Phrase> phrases,
            double spokenUntil) {
        var tokens = phrases.stream().flatMap(it -> it.tokens().stream()).toList();
        var aligned = alignment.align(sound, frames, options.language(), options.task(), tokens);
        double offset = Seconds.of(seek);
        var words = split(aligned.words(), phrases);
        var times = new ArrayList<PhraseTimes>();
        double until = spokenUntil;
        for (int i = 0; i < phrases.size(); i++) {
            var phrase = phrases.get(i);
            var own = words.get(i).stream().map(it -> later(it, offset)).toList();
            var fitted =
                    new PhraseTimes(offset + phrase.start(), offset + phrase.end(), own)
                            .fitted(aligned.usual(), until);
            times.add(fitted);
            until = own.isEmpty() ? until : fitted.end();
        }
        return List.copyOf(times);
    }

    private List<List<Word>> split(List<Word> words, List<Phrases.Phrase> phrases) {
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
        return split;
    }

    private static Word later(Word word, double offset) {
        return word.from(Seconds.rounded(offset + word.start()))
                .until(Seconds.rounded(offset + word.end()));
    }
}
