package io.clipforge.fleet.ingest;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.JobHandler;
import io.clipforge.fleet.Needs;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobResult.MediaFacts;
import io.clipforge.jobs.JobSpec;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.WavFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does {@code ingest.v1}. A file without a picture is fine; one without sound is refused. */
@Singleton
public final class IngestHandler implements JobHandler<JobSpec.Ingest> {
    private static final Logger log = LoggerFactory.getLogger(IngestHandler.class);

    private final Ffmpeg ffmpeg;
    private final Sources sources;

    IngestHandler(Ffmpeg ffmpeg, Sources sources) {
        this.ffmpeg = ffmpeg;
        this.sources = sources;
    }

    @Override
    public Class<JobSpec.Ingest> spec() {
        return JobSpec.Ingest.class;
    }

    @Override
    public Needs needs() {
        return Needs.oneSlot(768);
    }

    @Override
    public JobOutcome run(JobSpec.Ingest spec, JobContext context)
            throws IOException, InterruptedException {
        try {
            return new JobOutcome.Completed(ingest(spec, context));
        } catch (Refusal refusal) {
            log.info("Asset {} is refused", spec.assetId(), refusal);
            return refusal.outcome();
        }
    }

    private JobResult.Ingested ingest(JobSpec.Ingest spec, JobContext context)
            throws Refusal, IOException, InterruptedException {
        Step.FETCH.begin(context);
        var source = sources.fetch(spec.source(), context);
        var derivation = new Derivation(ffmpeg, context, source.file());
        var info = derivation.probe();
        var wav = derivation.audio(info);
        var waveform = derivation.waveform(wav);
        var video = info.video();
        var picture = video == null ? null : derivation.picture(info, video);
        var facts = facts(info, wav, picture);
        var parts = new Parts(ffmpeg, context).cut(wav, picture, facts.durationMs(), spec.partMs());
        Step.STORE.begin(context);
        var result =
                new JobResult.Ingested(
                        facts,
                        source.keep(context),
                        context.store("audio.wav", wav.file(), "audio/wav"),
                        picture == null
                                ? null
                                : context.store("proxy.mp4", picture.proxy(), "video/mp4"),
                        picture == null
                                ? null
                                : context.store("poster.jpg", picture.poster(), "image/jpeg"),
                        context.write("waveform.json", waveform),
                        parts);
        Step.DONE.begin(context);
        return result;
    }

    /** The length is what decoded, whatever the file declares. */
    private static MediaFacts facts(MediaInfo info, WavFile wav, @Nullable Picture picture) {
        var video = info.video();
        long sound = wav.duration().toMillis();
        return new MediaFacts(
                picture == null ? sound : Math.max(sound, picture.length().toMillis()),
                info.sizeBytes(),
                info.container(),
                video == null ? null : video.width(),
                video == null ? null : video.height(),
                video == null ? null : video.frameRate(),
                video == null ? null : video.codec(),
                Objects.requireNonNull(info.audio()).codec());
    }
}
