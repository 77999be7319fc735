package io.clipforge.speech;

import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.decoding.Decoded;
import io.clipforge.speech.decoding.WindowDecoder;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.model.Encoded;
import io.clipforge.speech.model.WhisperModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One way through a sound, from its first window to its last. */
final class Pass {
    /** What was drawn hotter than this is no good example to go on from. */
    private static final double HOTTEST_EXAMPLE = 0.5;

    /** Of two windows in a row one goes on by at least so many frames, whatever the times say. */
    private static final int LEAST = 100;

    /** Before somebody speaks, seconds: the first sound of a word is soft. */
    private static final double LEAD = 0.5;

    /** Frames; in less than 20 ms no word has a place. */
    private static final int SHORTEST = 2;

    private static final long SEED = 0;

    private final WhisperModel model;
    private final WindowDecoder decoder;
    private final SoundPicture sound;
    private final @Nullable SpeechSpans speech;
    private final TranscriptionOptions options;
    private final Loops loops = new Loops();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private List<Integer> previous;
    private int seek;
    private double spokenUntil;
    private boolean crawled;

    /**
     * @param speech where somebody speaks; absent: all the time
     */
    Pass(
            WhisperModel model,
            WindowDecoder decoder,
            SoundPicture sound,
            @Nullable SpeechSpans speech,
            TranscriptionOptions options) {
        this.model = model;
        this.decoder = decoder;
        this.sound = sound;
        this.speech = speech;
        this.options = options;
        previous = options.decoding().previous();
    }

    List<Segment> all(LongForm.Listener listener) {
        var all = new ArrayList<Segment>();
        for (skipSilence(); sound.frames() - seek >= SHORTEST; skipSilence()) {
            var segments = window();
            all.addAll(segments);
            listener.heard(segments, Seconds.of(Math.min(seek, sound.frames())));
        }
        return List.copyOf(all);
    }

    private void skipSilence() {
        if (speech != null) {
            var next = speech.next(Seconds.of(seek));
            seek =
                    next.isEmpty()
                            ? sound.frames()
                            : Math.max(seek, Seconds.frames(next.getAsDouble() - LEAD));
        }
    }

    private boolean isSpoken(Segment segment) {
        boolean empty = segment.start() == segment.end() || segment.text().isEmpty();
        return !(options.words() && empty)
                && (speech == null || !speech.silent(segment.start(), segment.end()));
    }

    private List<Segment> window() {
        int there = Math.min(model.config().window(), sound.frames() - seek);
        var picture = sound.window(seek, model.config().window());
        try (var encoded = model.encoder().encode(List.of(picture))) {
            var decoded = decoded(encoded);
            if (options.ladder().isSilence(decoded)) {
                goOnTo(seek + there);
                return List.of();
            }
            return learned(heard(encoded, there, decoded), decoded.temperature());
        }
    }

    /** In a circle the window is written again, and told nothing of what was said before it. */
    private Decoded decoded(Encoded encoded) {
        var decoded = written(encoded);
        if (options.unlooped() && !previous.isEmpty() && loops.goesOnIn(decoded.text())) {
            previous = List.of();
            return written(encoded);
        }
        return decoded;
    }

    private Decoded written(Encoded encoded) {
        var decoding = options.decoding().withPrevious(told());
        return options.ladder().decode(decoder, encoded, decoding, random);
    }

    /** What the window is told before it is written. */
    private List<Integer> told() {
        var told = new ArrayList<>(options.carried());
        int room = Math.max(0, model.config().maxTokens() / 2 - 1 - told.size());
        told.addAll(last(previous, room));
        return told;
    }

    private Heard heard(Encoded encoded, int there, Decoded decoded) {
        var phrases = Phrases.of(decoded.tokens(), there, model.tokenizer().special());
        var times = times(encoded, there, phrases);
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < times.size(); i++) {
            segments.add(segment(phrases.phrases().get(i).tokens(), times.get(i), decoded));
        }
        return new Heard(seek, there, phrases.whole(), segments, seek + phrases.frames());
    }

    private List<PhraseTimes> times(Encoded encoded, int there, Phrases phrases) {
        if (options.words()) {
            return PhraseWords.of(model)
                    .align(
                            encoded,
                            seek,
                            there,
                            options.decoding(),
                            phrases.phrases(),
                            spokenUntil);
        }
        return PhraseTimes.of(phrases.phrases(), Seconds.of(seek));
    }

    private Segment segment(List<Integer> tokens, PhraseTimes times, Decoded decoded) {
        return new Segment(
                times.start(),
                times.end(),
                tokens,
                model.tokenizer().decode(tokens).strip(),
                times.words(),
                decoded);
    }

    /** What is believed of a window; where the next one begins, and what it is told. */
    private List<Segment> learned(Heard first, double temperature) {
        var heard = options.words() ? first.nextBehindTheWords() : first;
        if (options.doubtfulSilence().isPresent()) {
            var judged =
                    new Doubts(options.doubtfulSilence().getAsDouble())
                            .judge(heard, spokenUntil, model.config().window(), sound.frames());
            heard = judged.heard();
            if (judged.untold()) {
                goOnTo(heard.next());
                return List.of();
            }
        }
        spokenUntil = heard.end().orElse(spokenUntil);
        goOnTo(heard.next());
        var segments = heard.segments().stream().filter(this::isSpoken).toList();
        var believed = options.unlooped() ? loops.believed(segments) : segments;
        remember(believed, temperature);
        if (believed.size() < segments.size()) {
            previous = List.of();
        }
        return believed;
    }

    private void remember(List<Segment> segments, double temperature) {
        if (!options.conditioned() || temperature > HOTTEST_EXAMPLE) {
            previous = List.of();
            return;
        }
        var tokens = new ArrayList<>(previous);
        segments.forEach(it -> tokens.addAll(it.tokens()));
        previous = List.copyOf(last(tokens, model.config().maxTokens()));
    }

    private void goOnTo(int next) {
        boolean crawls = next - seek < LEAST;
        seek = Math.max(next, seek + (crawls && crawled ? LEAST : 1));
        crawled = crawls;
    }

    private static List<Integer> last(List<Integer> tokens, int most) {
        return tokens.subList(Math.max(0, tokens.size() - most), tokens.size());
    }
}
