package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.WavFile;
import io.clipforge.speech.LongForm;
import io.clipforge.speech.TranscriptionOptions;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.LanguageDetection;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.WhisperModel;
import io.clipforge.speech.words.Alignment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what Whisper knows, in ONNX Runtime, without a network. The model is loaded once and
 * shared by all transcriptions of the fleet.
 */
public final class Whisper implements SpeechRecognizer, AutoCloseable {
    static final String ENGINE = "whisper";

    /** The only language of a model that was not told of any. */
    private static final String ENGLISH = "en";

    /** Of a moment of sound nothing can be heard. */
    private static final long FEWEST_SAMPLES = LogMel.RATE / 10;

    private final String name;
    private final WhisperModel model;
    private final Guards guards;
    private final TemperatureLadder ladder;
    private final LogMel mel;

    private Whisper(String name, WhisperModel model, WhisperOptions options) {
        this.name = name;
        this.model = model;
        guards = options.guards();
        ladder = options.ladder();
        mel = new LogMel(model.config().bins());
    }

    /**
     * Against words that nobody said.
     *
     * @param voices finds where somebody speaks, and nothing else is listened to; absent: all is
     * @param doubtfulSilence as many seconds without a word make a strange phrase a made-up one,
     *     where the model tells when each word was said; absent: all phrases are believed
     */
    public record Guards(@Nullable ActivityDetector voices, OptionalDouble doubtfulSilence) {
        public static final Guards NONE = new Guards(null, OptionalDouble.empty());
    }

    /**
     * @param folder see {@link WhisperModel#open}
     * @throws IOException when a file is missing or is not what its name says
     */
    public static Whisper open(Path folder, WhisperOptions options) throws IOException {
        var name = String.valueOf(folder.getFileName());
        return new Whisper(name, WhisperModel.open(folder, options.threads()), options);
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("model", name);
        facts.put("device", model.device().kind().name().toLowerCase(Locale.ROOT));
        if (!model.device().why().isEmpty()) {
            facts.put("noGpu", model.device().why());
        }
        facts.put("voices", guards.voices() == null ? "unknown" : guards.voices().name());
        return facts;
    }

    @Override
    public Heard recognize(
            WavFile speech, Path workspace, @Nullable String language, DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        return recognize(speech, workspace, language, List.of(), progress);
    }

    @Override
    public Heard recognize(
            WavFile speech,
            Path workspace,
            @Nullable String language,
            List<String> vocabulary,
            DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        var wanted = language == null ? null : code(language);
        if (speech.samples() < FEWEST_SAMPLES) {
            return new Heard(language == null ? UNKNOWN_LANGUAGE : language, List.of());
        }
        try {
            var samples = samples(speech);
            var voices = guards.voices() == null ? null : guards.voices().detect(samples);
            if (voices != null && voices.spans().isEmpty()) {
                return new Heard(language == null ? UNKNOWN_LANGUAGE : language, List.of());
            }
            var sound = mel.stream(samples);
            var spoken = wanted == null ? detect(sound, voices) : wanted;
            var words = words(sound, voices, options(spoken, vocabulary), progress);
            return new Heard(language == null ? spoken : language, words);
        } catch (CancellationException e) {
            throw interrupted(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException) {
                throw interrupted(e);
            }
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        model.close();
    }

    /** As the model calls it. */
    private String code(String language) throws SpeechException {
        var code = Locale.forLanguageTag(language).getLanguage();
        var known =
                model.generation().multilingual()
                        ? model.tokenizer().special().languages().keySet()
                        : List.of(ENGLISH);
        if (!known.contains(code)) {
            throw new SpeechException(
                    JobProblem.UNSUPPORTED_MEDIA,
                    "The speech model of this worker does not know the language '"
                            + language
                            + "': supply a transcript (SRT or VTT) instead.");
        }
        return code;
    }

    /** By the first half minute from where somebody speaks. */
    private String detect(SoundPicture sound, @Nullable SpeechSpans voices) {
        if (!model.generation().multilingual()) {
            return ENGLISH;
        }
        double first = voices == null ? 0 : voices.spans().getFirst().start();
        var begin = sound.window((int) (first * Spectrogram.RATE), model.config().window());
        try (var encoded = model.encoder().encode(List.of(begin))) {
            return LanguageDetection.likeliest(
                    new LanguageDetection(model).detect(encoded).getFirst());
        }
    }

    private List<Word> words(
            SoundPicture sound,
            @Nullable SpeechSpans voices,
            TranscriptionOptions options,
            DoubleConsumer progress) {
        var words = new ArrayList<Word>();
        double seconds = (double) sound.frames() / Spectrogram.RATE;
        LongForm.Listener listener =
                (segments, done) -> {
                    segments.forEach(it -> words.addAll(SegmentWords.of(it, options.words())));
                    progress.accept(Math.min(1, done / seconds));
                };
        var longForm = new LongForm(model);
        if (voices == null) {
            longForm.transcribe(sound, options, listener);
        } else {
            longForm.transcribe(sound, voices, options, listener);
        }
        progress.accept(1);
        return words;
    }

    private TranscriptionOptions options(String language, List<String> vocabulary) {
        boolean timed = Alignment.isToldBy(model);
        var options =
                new TranscriptionOptions(DecodingOptions.in(language), ladder, true, timed)
                        .withCarried(HotWords.tokens(vocabulary, model));
        return timed && guards.doubtfulSilence().isPresent()
                ? options.withDoubtfulSilence(guards.doubtfulSilence().getAsDouble())
                : options;
    }

    private static InterruptedException interrupted(Exception cause) {
        var interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }

    private static Samples samples(WavFile speech) {
        return new WavSamples(speech);
    }
}
