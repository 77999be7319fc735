package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.JobHandler;
import io.clipforge.fleet.Needs;
import io.clipforge.fleet.transcribe.SpeechRecognizer.Heard;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Transcript;
import io.clipforge.media.WavFile;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Makes the transcript of an asset: the customer's own, or what the engine hears. */
@Singleton
public final class TranscribeHandler implements JobHandler<JobSpec.Transcribe> {
    private static final String UNKNOWN_LANGUAGE = "und";

    private final SpeechRecognizer recognizer;

    public TranscribeHandler(SpeechRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public Class<JobSpec.Transcribe> spec() {
        return JobSpec.Transcribe.class;
    }

    @Override
    public Needs needs() {
        return Needs.oneSlot(512);
    }

    @Override
    public JobOutcome run(JobSpec.Transcribe spec, JobContext context)
            throws IOException, InterruptedException {
        try {
            var speech = WavFile.open(context.fetch(spec.audioKey()));
            var transcript =
                    spec.supplied() == null
                            ? recognized(spec, speech, context)
                            : supplied(spec, spec.supplied(), speech, context);
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

    private Transcript recognized(JobSpec.Transcribe spec, WavFile speech, JobContext context)
            throws SpeechException, IOException, InterruptedException {
        var stage = "recognizing speech with " + recognizer.engine();
        context.progress(stage, 0);
        var heard =
                recognizer.recognize(
                        speech,
                        context.workspace(),
                        spec.language(),
                        share -> context.progress(stage, share));
        return transcript(heard, recognizer.engine(), speech);
    }

    private static Transcript supplied(
            JobSpec.Transcribe spec,
            JobSpec.SuppliedTranscript supplied,
            WavFile speech,
            JobContext context)
            throws SpeechException, IOException, InterruptedException {
        context.progress("reading the supplied transcript", 0);
        var words = SuppliedWords.read(context.fetch(supplied.key()), supplied.format());
        var language = spec.language() == null ? UNKNOWN_LANGUAGE : spec.language();
        return transcript(new Heard(language, words), SuppliedWords.ENGINE, speech);
    }

    private static Transcript transcript(Heard heard, String engine, WavFile speech) {
        var words = Timeline.of(heard.words(), speech.duration().toMillis());
        return new Transcript(heard.language(), engine, words, Sentences.of(words));
    }
}
