package io.clipforge.fleet.transcribe.pocketsphinx;

import io.clipforge.fleet.transcribe.SpeechException;
import io.clipforge.fleet.transcribe.SpeechRecognizer;
import io.clipforge.fleet.transcribe.pocketsphinx.SpeechSegments.Segment;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.Program;
import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Recognises English with CMU PocketSphinx, which needs no download: good on clear synthetic
 * voices, poor on real speech. It knows the words of its dictionary only, so a vocabulary is of no
 * use to it. Debian packages: {@code pocketsphinx}, {@code pocketsphinx-en-us}.
 */
public final class PocketSphinx implements SpeechRecognizer {
    static final String ENGINE = "pocketsphinx";

    private static final Path MODEL = Path.of("/usr/share/pocketsphinx/model/en-us");

    /** A start costs 0.3 s; much longer batches would let the progress stand still. */
    private static final int BATCH_SAMPLES = 20 * SpeechAudio.SAMPLE_RATE;

    private final @Nullable Program program;
    private final Path model;

    public PocketSphinx() {
        this(Program.find("pocketsphinx_batch").orElse(null), MODEL);
    }

    PocketSphinx(@Nullable Program program, Path model) {
        this.program = program;
        this.model = model;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Heard recognize(
            WavFile speech, Path workspace, @Nullable String language, DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        if (language != null && !Locale.forLanguageTag(language).getLanguage().equals("en")) {
            throw new SpeechException(
                    JobProblem.UNSUPPORTED_MEDIA,
                    "The speech engine pocketsphinx understands English only, not '"
                            + language
                            + "': supply a transcript (SRT or VTT) instead.");
        }
        if (program == null || !Files.isDirectory(model)) {
            throw new SpeechException(
                    JobProblem.INTERNAL_ERROR,
                    "No speech engine is installed on this worker: install the Debian packages"
                            + " pocketsphinx and pocketsphinx-en-us, or supply a transcript (SRT"
                            + " or VTT).");
        }
        var segments = SpeechSegments.of(speech);
        long samples = segments.stream().mapToLong(Segment::count).sum();
        var run =
                new PocketSphinxRun(
                        program, model, speech, workspace, new SharedProgress(samples, progress));
        var words = inParallel(run, batches(segments));
        if (run.heardNothingOf(segments.size())) {
            throw new SpeechException(
                    JobProblem.INTERNAL_ERROR, "The speech engine pocketsphinx does not work.");
        }
        return new Heard(language == null ? "en-US" : language, words);
    }

    /** Neighbours, together about as long as a batch should be. */
    private static List<List<Segment>> batches(List<Segment> segments) {
        var batches = new ArrayList<List<Segment>>();
        var batch = new ArrayList<Segment>();
        for (var segment : segments) {
            batch.add(segment);
            if (batch.stream().mapToLong(Segment::count).sum() >= BATCH_SAMPLES) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    /** As many programs at once as there are cores; an interrupt ends them all. */
    private static List<Word> inParallel(PocketSphinxRun run, List<List<Segment>> batches)
            throws IOException, InterruptedException {
        var tasks =
                batches.stream()
                        .<Callable<List<Word>>>map(batch -> () -> run.recognize(batch))
                        .toList();
        int cores = Runtime.getRuntime().availableProcessors();
        var words = new ArrayList<Word>();
        try (var pool = Executors.newFixedThreadPool(cores)) {
            for (var task : pool.invokeAll(tasks)) {
                words.addAll(task.get());
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case null, default -> throw new IllegalStateException(e);
            }
        }
        return words;
    }
}
