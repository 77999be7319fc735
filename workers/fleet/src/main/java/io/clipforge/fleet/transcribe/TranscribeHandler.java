package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.JobHandler;
import io.clipforge.fleet.Needs;
import io.clipforge.fleet.StoredSound;
import io.clipforge.fleet.transcribe.SpeechRecognizer.Heard;
import io.clipforge.fleet.wording.Wording;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.SuppliedTranscript.Format;
import io.clipforge.jobs.Part;
import io.clipforge.jobs.Transcript;
import io.clipforge.media.WavFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the transcript of an asset or of a part of it: the customer's own, what the engine hears,
 * or what was heard in the parts. A script without times is given those of what is heard.
 */
@Singleton
public final class TranscribeHandler implements JobHandler<JobSpec.Transcribe> {
    private final SpeechRecognizer recognizer;
    private final SpeakerLabels speakers;

    TranscribeHandler(SpeechRecognizer recognizer, SpeakerLabels speakers) {
        this.recognizer = recognizer;
        this.speakers = speakers;
    }

    @Override
    public Class<JobSpec.Transcribe> spec() {
        return JobSpec.Transcribe.class;
    }

    @Override
    public Needs needs() {
        return Needs.oneSlot(recognizer.transcriptionMib());
    }

    @Override
    public int residentMib() {
        return recognizer.residentMib();
    }

    @Override
    public JobOutcome run(JobSpec.Transcribe spec, JobContext context)
            throws IOException, InterruptedException {
        try {
            var transcript = transcript(spec, context);
            var key = context.write("transcript.json", transcript);
            return new JobOutcome.Completed(
                    new JobResult.Transcribed(
                            key,
                            transcript.language(),
                            transcript.engine(),
                            transcript.words().size()));
        } catch (SpeechException e) {
            return new JobOutcome.Failed(e.problem(), e.sentence());
        }
    }

    private Transcript transcript(JobSpec.Transcribe spec, JobContext context)
            throws SpeechException, IOException, InterruptedException {
        var supplied = spec.supplied();
        if (supplied == null) {
            // where the speaker changes a sentence begins
            return worded(withSpeakers(heard(spec, context), spec, context), spec);
        }
        var transcript =
                supplied.format() == Format.TXT
                        ? timed(spec, supplied, context)
                        : supplied(spec, supplied, context);
        return withSpeakers(transcript, spec, context);
    }

    private Transcript heard(JobSpec.Transcribe spec, JobContext context)
            throws SpeechException, IOException, InterruptedException {
        return spec.joined().isEmpty() ? recognized(spec, context) : joined(spec.joined(), context);
    }

    /** The customer's words at the times at which they are heard. */
    private Transcript timed(
            JobSpec.Transcribe spec, JobSpec.SuppliedTranscript supplied, JobContext context)
            throws SpeechException, IOException, InterruptedException {
        long lengthMs = StoredSound.open(context, spec.audioKey()).lengthMs();
        var script = SuppliedScript.read(context.fetch(supplied.key()), lengthMs);
        var heard = worded(heard(spec, context), spec);
        context.progress("placing the words of the script", 1);
        var words = script.timed(heard.words());
        return Transcript.of(
                heard.language(), SuppliedWords.ENGINE, Timeline.of(words, 0, lengthMs));
    }

    /** Only who hears all of an asset can tell its voices apart. */
    private Transcript withSpeakers(
            Transcript transcript, JobSpec.Transcribe spec, JobContext context)
            throws IOException, InterruptedException {
        if (spec.speakers() == null || spec.part() != null) {
            return transcript;
        }
        context.progress("telling speakers apart", 1);
        var speech = WavFile.open(context.fetch(spec.audioKey()));
        var words = speakers.label(transcript.words(), speech, spec.speakers().count());
        return Transcript.of(transcript.language(), transcript.engine(), words);
    }

    private Transcript recognized(JobSpec.Transcribe spec, JobContext context)
            throws SpeechException, IOException, InterruptedException {
        var stage = "recognizing speech with " + recognizer.engine();
        context.progress(stage, 0);
        var speech = speech(spec.audioKey(), spec.part(), context);
        var vocabulary = Objects.requireNonNullElse(spec.vocabulary(), List.<String>of());
        DoubleConsumer progress = share -> context.progress(stage, share);
        var workspace = context.workspace();
        var heard =
                spec.translate()
                        ? recognizer.translate(
                                speech, workspace, spec.language(), vocabulary, progress)
                        : recognizer.recognize(
                                speech, workspace, spec.language(), vocabulary, progress);
        long startMs = spec.part() == null ? 0 : spec.part().startMs();
        return transcript(heard, recognizer.engine(), startMs, speech);
    }

    /** The first word of a part need not begin a sentence. */
    private static Transcript worded(Transcript transcript, JobSpec.Transcribe spec) {
        return spec.part() == null ? Wording.of(transcript) : transcript;
    }

    private static WavFile speech(String key, @Nullable Part part, JobContext context)
            throws IOException, InterruptedException {
        return part == null
                ? WavFile.open(context.fetch(key))
                : StoredSound.open(context, key).stretch(part.startMs(), part.endMs());
    }

    private static Transcript supplied(
            JobSpec.Transcribe spec, JobSpec.SuppliedTranscript supplied, JobContext context)
            throws SpeechException, IOException, InterruptedException {
        context.progress("reading the supplied transcript", 0);
        var speech = WavFile.open(context.fetch(spec.audioKey()));
        var words = SuppliedWords.read(context.fetch(supplied.key()), supplied.format());
        var language =
                spec.language() == null ? SpeechRecognizer.UNKNOWN_LANGUAGE : spec.language();
        return transcript(new Heard(language, words), SuppliedWords.ENGINE, 0, speech);
    }

    private static Transcript joined(List<String> keys, JobContext context)
            throws IOException, InterruptedException {
        var parts = new ArrayList<Transcript>();
        for (var key : keys) {
            context.progress("joining the transcripts", (double) parts.size() / keys.size());
            parts.add(context.read(key, Transcript.class));
        }
        context.progress("joining the transcripts", 1);
        return TranscriptJoin.of(parts);
    }

    private static Transcript transcript(Heard heard, String engine, long startMs, WavFile speech) {
        var words = Timeline.of(heard.words(), startMs, startMs + speech.duration().toMillis());
        return Transcript.of(heard.language(), engine, words);
    }
}
