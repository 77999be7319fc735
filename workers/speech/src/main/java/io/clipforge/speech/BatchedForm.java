package io.clipforge.speech;

import io.clipforge.speech.activity.Span;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.decoding.Decoded;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.WindowDecoder;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.Encoded;
import io.clipforge.speech.model.WhisperModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Writes stretches of speech that are known beforehand, several at once, so that the weights are
 * read from memory once for a token of each. None is told what was said before it: each is written
 * as it would be alone. Only a model in 8 bits rounds by the loudest value of all that is computed
 * together, so that there a neighbour may turn the choice between two tokens about as likely.
 *
 * <p>An interrupt of the thread ends it with a {@link java.util.concurrent.CancellationException}.
 */
public final class BatchedForm {
    /** Frames: a word that is doubted again and again does not hold up what follows. */
    private static final int LEAST = 100;

    private final WhisperModel model;
    private final WindowDecoder decoder;
    private final int batch;

    /**
     * @param batch most stretches that are computed together; each takes memory
     */
    public BatchedForm(WhisperModel model, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch of " + batch);
        }
        this.model = model;
        this.batch = batch;
        decoder = new WindowDecoder(model);
    }

    /**
     * The same for the same sound, stretches and options.
     *
     * @param spans in order, none longer than the window that the model listens to
     * @param options of which nothing but the prompt and what is likely is told to a stretch
     * @param listener is told of those that were computed together, and where the next ones begin
     * @return in the order of the stretches, without loops where none are wanted
     */
    public List<Segment> transcribe(
            SoundPicture sound,
            List<Span> spans,
            TranscriptionOptions options,
            LongForm.Listener listener) {
        var open = new ArrayDeque<Stretch>();
        spans.forEach(it -> open.add(stretch(sound, it)));
        var all = new ArrayList<Written>();
        while (!open.isEmpty()) {
            var together = new ArrayList<Stretch>();
            while (together.size() < batch && !open.isEmpty()) {
                together.add(open.remove());
            }
            var written = write(sound, together, options);
            written.reversed().forEach(it -> it.rest().forEach(open::push));
            all.addAll(written);
            int reached = open.isEmpty() ? sound.frames() : open.element().from();
            listener.heard(segments(written), (double) reached / Spectrogram.RATE);
        }
        all.sort(Comparator.comparingInt(it -> it.stretch().from()));
        return options.unlooped() ? new Loops().believed(segments(all)) : segments(all);
    }

    /**
     * The same of where somebody speaks; what was written for silence all the same is left out.
     *
     * @param speech where somebody speaks in the sound
     */
    public List<Segment> transcribe(
            SoundPicture sound,
            SpeechSpans speech,
            TranscriptionOptions options,
            LongForm.Listener listener) {
        return transcribe(sound, speech.merged(), options, listener).stream()
                .filter(it -> !speech.silent(it.start(), it.end()))
                .toList();
    }

    private static List<Segment> segments(List<Written> written) {
        return written.stream().flatMap(it -> it.segments().stream()).toList();
    }

    private Stretch stretch(SoundPicture sound, Span span) {
        int from = (int) Math.round(span.start() * Spectrogram.RATE);
        int to = (int) Math.round(Math.min(span.end() * Spectrogram.RATE, sound.frames()));
        if (to - from > model.config().window()) {
            throw new IllegalArgumentException(span + " is longer than a window of the model");
        }
        return new Stretch(from, Math.max(from, to));
    }

    private List<Written> write(
            SoundPicture sound, List<Stretch> stretches, TranscriptionOptions options) {
        var pictures = stretches.stream().map(it -> picture(sound, it)).toList();
        try (var encoded = model.encoder().encode(pictures)) {
            var decoded = decoder.decode(encoded, decoding(options));
            return IntStream.range(0, stretches.size())
                    .mapToObj(i -> {
                        var stretch = stretches.get(i);
                        return write(sound, encoded, i, stretch, decoded.get(i), options);
                    })
                    .toList();
        }
    }

    /** What is behind its end is not heard. */
    private Spectrogram picture(SoundPicture sound, Stretch stretch) {
        return sound.window(stretch.from(), stretch.frames()).window(0, model.config().window());
    }

    private static DecodingOptions decoding(TranscriptionOptions options) {
        var told = new ArrayList<>(options.carried());
        told.addAll(options.decoding().previous());
        return options.decoding().withPrevious(told);
    }

    private Written write(
            SoundPicture sound,
            Encoded together,
            int row,
            Stretch stretch,
            Decoded likeliest,
            TranscriptionOptions options) {
        try (var encoded = model.decoder().row(together, row)) {
            var random = new SplittableRandom(stretch.from());
            var decoded =
                    options.ladder().climb(likeliest, decoder, encoded, decoding(options), random);
            if (options.ladder().isSilence(decoded)) {
                return new Written(stretch, List.of(), List.of());
            }
            var special = model.tokenizer().special();
            var phrases = Phrases.of(decoded.tokens(), stretch.frames(), special);
            var heard =
                    new Heard(
                            stretch.from(),
                            stretch.frames(),
                            phrases.whole(),
                            segments(encoded, stretch, decoded, phrases, options),
                            stretch.from() + phrases.frames());
            return options.doubtfulSilence().isPresent()
                    ? judged(sound, heard, stretch, options.doubtfulSilence().getAsDouble())
                    : new Written(stretch, heard.segments(), stretch.behind(heard.next()));
        }
    }

    /** What is doubted is listened to again, from at least a moment further on. */
    private static Written judged(
            SoundPicture sound, Heard heard, Stretch stretch, double silence) {
        var judged =
                new Doubts(silence)
                        .judge(heard, heard.start(), stretch.frames(), sound.frames())
                        .heard();
        int next = Math.max(judged.next(), stretch.from() + LEAST);
        return new Written(stretch, judged.segments(), stretch.behind(next));
    }

    private List<Segment> segments(
            Encoded encoded,
            Stretch stretch,
            Decoded decoded,
            Phrases phrases,
            TranscriptionOptions options) {
        var times = times(encoded, stretch, phrases, options);
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < times.size(); i++) {
            var tokens = phrases.phrases().get(i).tokens();
            segments.add(
                    new Segment(
                            times.get(i).start(),
                            times.get(i).end(),
                            tokens,
                            model.tokenizer().decode(tokens).strip(),
                            times.get(i).words(),
                            decoded));
        }
        return segments;
    }

    private List<PhraseTimes> times(
            Encoded encoded, Stretch stretch, Phrases phrases, TranscriptionOptions options) {
        double offset = Seconds.of(stretch.from());
        return options.words()
                ? PhraseWords.of(model)
                        .align(
                                encoded,
                                stretch.from(),
                                stretch.frames(),
                                options.decoding(),
                                phrases.phrases(),
                                offset)
                : PhraseTimes.of(phrases.phrases(), offset);
    }

    /** Frames of the sound, the last one exclusive. */
    private record Stretch(int from, int to) {
        int frames() {
            return to - from;
        }

        /** What is left behind the last whole phrase: none, or one that is shorter. */
        List<Stretch> behind(int frame) {
            return frame > from && frame < to ? List.of(new Stretch(frame, to)) : List.of();
        }
    }

    private record Written(Stretch stretch, List<Segment> segments, List<Stretch> rest) {}
}
