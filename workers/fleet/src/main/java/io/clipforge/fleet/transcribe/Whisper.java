package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.WavFile;
import io.clipforge.speech.LongForm;
import io.clipforge.speech.TranscriptionOptions;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.LanguageDetection;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.model.WhisperModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what Whisper knows, in ONNX Runtime, without a network. The model is loaded once and
 * shared by all transcriptions of the fleet.
 */
final class Whisper implements SpeechRecognizer, AutoCloseable {
    static final String ENGINE = "whisper";

    /** The only language of a model that was not told of any. */
    private static final String ENGLISH = "en";

    /** Of a moment of sound nothing can be heard. */
    private static final long FEWEST_SAMPLES = LogMel.RATE / 10;

    private final WhisperModel model;
    private final LogMel mel;

    private Whisper(WhisperModel model) {
        this.model = model;
        mel = new LogMel(model.config().bins());
    }

    /**
     * @param folder see {@link WhisperModel#open}
     * @param threads that one transcription may use
     * @throws IOException when a file is missing or is not what its name says
     */
    static Whisper open(Path folder, int threads) throws IOException {
        return new Whisper(WhisperModel.open(folder, threads));
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Heard recognize(
            WavFile speech, Path workspace, @Nullable String language, DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        var wanted = language == null ? null : code(language);
        if (speech.samples() < FEWEST_SAMPLES) {
            return new Heard(language == null ? ENGLISH : language, List.of());
        }
        try {
            var sound = mel.stream(samples(speech));
            var spoken = wanted == null ? detect(sound) : wanted;
            var words = words(sound, spoken, speech.samples() / (double) LogMel.RATE, progress);
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

    /** By the first half minute. */
    private String detect(SoundPicture sound) {
        if (!model.generation().multilingual()) {
            return ENGLISH;
        }
        var begin = sound.window(0, model.config().window());
        try (var encoded = model.encoder().encode(List.of(begin))) {
            return LanguageDetection.likeliest(
                    new LanguageDetection(model).detect(encoded).getFirst());
        }
    }

    private List<Word> words(
            SoundPicture sound, String language, double seconds, DoubleConsumer progress) {
        boolean timed =
                model.decoder().tellsAttention() && !model.generation().alignmentHeads().isEmpty();
        var options =
                new TranscriptionOptions(
                        DecodingOptions.in(language), TemperatureLadder.usual(), true, timed);
        var words = new ArrayList<Word>();
        new LongForm(model)
                .transcribe(
                        sound,
                        options,
                        (segments, done) -> {
                            segments.forEach(it -> words.addAll(SegmentWords.of(it, timed)));
                            progress.accept(Math.min(1, done / seconds));
                        });
        progress.accept(1);
        return words;
    }

    private static InterruptedException interrupted(Exception cause) {
        var interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }

    private static Samples samples(WavFile speech) {
        return new Samples() {
            @Override
            public long length() {
                return speech.samples();
            }

            @Override
            public float[] read(long from, int count) {
                try {
                    var read = speech.read(from, count);
                    var samples = new float[count];
                    for (int i = 0; i < read.length; i++) {
                        samples[i] = read[i] / 32768f;
                    }
                    return samples;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
