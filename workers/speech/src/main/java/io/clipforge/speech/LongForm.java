package io.clipforge.speech;

import io.clipforge.speech.decoding.Decoded;
import io.clipforge.speech.decoding.WindowDecoder;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.WhisperModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes sound of any length, window after window: where a window's last whole phrase ended, the
 * next window begins.
 */
public final class LongForm {
    /** What was drawn hotter than this is no good example to go on from. */
    private static final double HOTTEST_EXAMPLE = 0.5;

    private static final long SEED = 0;

    private final WhisperModel model;
    private final WindowDecoder decoder;

    public LongForm(WhisperModel model) {
        this.model = model;
        decoder = new WindowDecoder(model);
    }

    /**
     * The same for the same sound and options, whatever was drawn by chance.
     *
     * @param sound with as many bins as the model listens to
     */
    public List<Segment> transcribe(SoundPicture sound, TranscriptionOptions options) {
        var segments = new ArrayList<Segment>();
        var previous = new ArrayList<>(options.decoding().previous());
        var random = new SplittableRandom(SEED);
        int seek = 0;
        while (seek < sound.frames()) {
            int there = Math.min(model.config().window(), sound.frames() - seek);
            var decoded = decode(sound, seek, options, List.copyOf(previous), random);
            if (options.ladder().isSilence(decoded)) {
                seek += there;
                continue;
            }
            var phrases = Phrases.of(decoded.tokens(), there, model.tokenizer().special());
            for (var phrase : phrases.phrases()) {
                segments.add(segment(phrase, seek, decoded));
                previous.addAll(phrase.tokens());
            }
            if (!options.conditioned() || decoded.temperature() > HOTTEST_EXAMPLE) {
                previous.clear();
            }
            seek += phrases.frames();
        }
        return List.copyOf(segments);
    }

    private Decoded decode(
            SoundPicture sound,
            int seek,
            TranscriptionOptions options,
            List<Integer> previous,
            SplittableRandom random) {
        var window = sound.window(seek, model.config().window());
        try (var encoded = model.encoder().encode(List.of(window))) {
            var decoding = options.decoding().withPrevious(previous);
            return options.ladder().decode(decoder, encoded, decoding, random);
        }
    }

    private Segment segment(Phrases.Phrase phrase, int seek, Decoded decoded) {
        double offset = (double) seek / Spectrogram.RATE;
        return new Segment(
                offset + phrase.start(),
                offset + phrase.end(),
                phrase.tokens(),
                model.tokenizer().decode(phrase.tokens()).strip(),
                decoded);
    }
}
