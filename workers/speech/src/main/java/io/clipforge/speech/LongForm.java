package io.clipforge.speech;

import io.clipforge.speech.decoding.Decoded;
import io.clipforge.speech.decoding.WindowDecoder;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.Encoded;
import io.clipforge.speech.model.WhisperModel;
import io.clipforge.speech.words.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes sound of any length, window after window: where a window's last whole phrase ended, the
 * next window begins. An interrupt of the thread ends it with a {@link
 * java.util.concurrent.CancellationException}, at the next token.
 */
public final class LongForm {
    /** What was drawn hotter than this is no good example to go on from. */
    private static final double HOTTEST_EXAMPLE = 0.5;

    private static final long SEED = 0;

    private final WhisperModel model;
    private final WindowDecoder decoder;

    /** Is told of each window when it is done. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param segments of the window; none in silence
         * @param seconds of the sound that are done
         */
        void heard(List<Segment> segments, double seconds);
    }

    public LongForm(WhisperModel model) {
        this.model = model;
        decoder = new WindowDecoder(model);
    }

    /**
     * The same for the same sound and options, whatever was drawn by chance.
     *
     * @param sound with as many bins as the model listens to
     */
    public List<Segment> transcribe(
            SoundPicture sound, TranscriptionOptions options, Listener listener) {
        var all = new ArrayList<Segment>();
        var previous = new ArrayList<>(options.decoding().previous());
        var random = new SplittableRandom(SEED);
        int seek = 0;
        while (seek < sound.frames()) {
            var window = window(sound, seek, options, previous, random);
            all.addAll(window.segments());
            if (!window.silent()) {
                window.segments().forEach(it -> previous.addAll(it.tokens()));
                if (!options.conditioned() || window.temperature() > HOTTEST_EXAMPLE) {
                    previous.clear();
                }
            }
            seek += window.frames();
            double done = (double) Math.min(seek, sound.frames()) / Spectrogram.RATE;
            listener.heard(window.segments(), done);
        }
        return List.copyOf(all);
    }

    private Window window(
            SoundPicture sound,
            int seek,
            TranscriptionOptions options,
            List<Integer> previous,
            SplittableRandom random) {
        int there = Math.min(model.config().window(), sound.frames() - seek);
        var picture = sound.window(seek, model.config().window());
        try (var encoded = model.encoder().encode(List.of(picture))) {
            var decoding = options.decoding().withPrevious(previous);
            var decoded = options.ladder().decode(decoder, encoded, decoding, random);
            if (options.ladder().isSilence(decoded)) {
                return new Window(List.of(), there, decoded.temperature(), true);
            }
            var phrases = Phrases.of(decoded.tokens(), there, model.tokenizer().special());
            var words = words(encoded, there, options, phrases);
            var segments = new ArrayList<Segment>();
            double offset = (double) seek / Spectrogram.RATE;
            for (int i = 0; i < words.size(); i++) {
                segments.add(segment(phrases.phrases().get(i), words.get(i), offset, decoded));
            }
            return new Window(segments, phrases.frames(), decoded.temperature(), false);
        }
    }

    private List<List<Word>> words(
            Encoded encoded, int frames, TranscriptionOptions options, Phrases phrases) {
        return options.words()
                ? PhraseWords.of(model)
                        .align(encoded, frames, options.decoding(), phrases.phrases())
                : Collections.nCopies(phrases.phrases().size(), List.of());
    }

    private Segment segment(
            Phrases.Phrase phrase, List<Word> words, double offset, Decoded decoded) {
        return new Segment(
                offset + phrase.start(),
                offset + phrase.end(),
                phrase.tokens(),
                model.tokenizer().decode(phrase.tokens()).strip(),
                words.stream().map(it -> it.later(offset)).toList(),
                decoded);
    }

    /**
     * A window that is done.
     *
     * @param frames how far it is to the next
     */
    private record Window(List<Segment> segments, int frames, double temperature, boolean silent) {}
}
