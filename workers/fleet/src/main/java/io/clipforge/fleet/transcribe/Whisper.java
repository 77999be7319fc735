package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.WavFile;
import io.clipforge.speech.BatchedForm;
import io.clipforge.speech.LongForm;
import io.clipforge.speech.Segment;
import io.clipforge.speech.TranscriptionOptions;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.LanguageDetection;
import io.clipforge.speech.decoding.Task;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.Precision;
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
    private final int together;
    private final int residentMib;
    private final LogMel mel;

    private Whisper(String name, WhisperModel model, WhisperOptions options, int residentMib) {
        this.name = name;
        this.model = model;
        this.residentMib = residentMib;
        together = options.together().orElse(fastest(model.precision()));
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
     * @param unlooped whether what is written again and again over several windows is left out
     */
    public record Guards(
            @Nullable ActivityDetector voices, OptionalDouble doubtfulSilence, boolean unlooped) {
        public static final Guards NONE = new Guards(null, OptionalDouble.empty(), false);
    }

    /**
     * @param folder see {@link WhisperModel#open}
     * @throws IOException when a file is missing or is not what its name says
     */
    public static Whisper open(Path folder, WhisperOptions options) throws IOException {
        var name = String.valueOf(folder.getFileName());
        int residentMib = ModelMemory.mib(folder, options.precisions());
        var model = WhisperModel.open(folder, options.threads(), options.precisions());
        return new Whisper(name, model, options, residentMib);
    }

    /**
     * With four stretches at once weights of 32 bits were read so much less often that it took two
     * thirds of the time; with 8 bits nothing was won.
     */
    private static int fastest(Precision precision) {
        return switch (precision) {
            case FLOAT32, FLOAT16 -> 4;
            case INT8, INT4 -> 1;
        };
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public int residentMib() {
        return residentMib;
    }

    @Override
    public int transcriptionMib() {
        return ModelMemory.transcriptionMib(model.config(), together());
    }

    private int together() {
        return guards.voices() == null ? 1 : together;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("model", name);
        facts.put("precision", model.precision().title());
        facts.put("device", model.device().kind().name().toLowerCase(Locale.ROOT));
        if (!model.device().why().isEmpty()) {
            facts.put("noGpu", model.device().why());
        }
        facts.put("voices", guards.voices() == null ? "unknown" : guards.voices().name());
        facts.put("together", together());
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
        return written(speech, Task.TRANSCRIBE, language, vocabulary, progress);
    }

    @Override
    public Heard translate(
            WavFile speech,
            Path workspace,
            @Nullable String language,
            List<String> vocabulary,
            DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        if (!model.generation().multilingual()) {
            throw noTranslation();
        }
        var heard = written(speech, Task.TRANSLATE, language, vocabulary, progress);
        return new Heard(ENGLISH, heard.words());
    }

    private Heard written(
            WavFile speech,
            Task task,
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
            var decoding = DecodingOptions.in(spoken).withTask(task(task, spoken));
            var words = words(sound, voices, options(decoding, vocabulary), progress);
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

    /** What is English already is written as it is spoken. */
    private static Task task(Task wanted, String spoken) {
        return spoken.equals(ENGLISH) ? Task.TRANSCRIBE : wanted;
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
        double seconds = (double) sound.frames() / Spectrogram.RATE;
        LongForm.Listener listener = (_, done) -> progress.accept(Math.min(1, done / seconds));
        var words = new ArrayList<Word>();
        segments(sound, voices, options, listener)
                .forEach(it -> words.addAll(SegmentWords.of(it, options.words())));
        progress.accept(1);
        return words;
    }

    private List<Segment> segments(
            SoundPicture sound,
            @Nullable SpeechSpans voices,
            TranscriptionOptions options,
            LongForm.Listener listener) {
        if (voices == null) {
            return new LongForm(model).transcribe(sound, options, listener);
        }
        return together == 1
                ? new LongForm(model).transcribe(sound, voices, options, listener)
                : new BatchedForm(model, together).transcribe(sound, voices, options, listener);
    }

    private TranscriptionOptions options(DecodingOptions decoding, List<String> vocabulary) {
        boolean timed = Alignment.isToldBy(model);
        var options =
                new TranscriptionOptions(decoding, ladder, true, timed)
                        .withCarried(HotWords.tokens(vocabulary, model));
        var guarded = guards.unlooped() ? options.withoutLoops() : options;
        return timed && guards.doubtfulSilence().isPresent()
                ? guarded.withDoubtfulSilence(guards.doubtfulSilence().getAsDouble())
                : guarded;
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
