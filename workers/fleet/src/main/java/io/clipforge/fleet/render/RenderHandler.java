package io.clipforge.fleet.render;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.JobHandler;
import io.clipforge.fleet.Needs;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.render.ClipOrder;
import io.clipforge.media.render.ClipRenderer;
import io.clipforge.media.render.RenderedClip;
import io.clipforge.media.render.VideoEncoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does {@code render.v1}. A clip that fails its gate is rendered once more, then the job fails. */
@Singleton
public final class RenderHandler implements JobHandler<JobSpec.Render> {
    private static final Logger log = LoggerFactory.getLogger(RenderHandler.class);
    private static final int TRIES = 2;
    private static final double FETCHED = 0.05;
    private static final double RENDERED = 0.95;

    private final Ffmpeg ffmpeg;
    private final ClipRenderer renderer;

    public RenderHandler(Ffmpeg ffmpeg, VideoEncoder encoder) {
        this.ffmpeg = ffmpeg;
        this.renderer = new ClipRenderer(ffmpeg, encoder);
    }

    @Override
    public Class<JobSpec.Render> spec() {
        return JobSpec.Render.class;
    }

    @Override
    public Needs needs() {
        return Needs.oneSlot(1024);
    }

    @Override
    public JobOutcome run(JobSpec.Render spec, JobContext context)
            throws IOException, InterruptedException {
        try {
            context.progress("fetching the source", 0);
            return render(spec, new Orders(ffmpeg).of(spec, context), context);
        } catch (MediaException e) {
            log.warn("Export {} cannot be rendered: {}", spec.exportId(), e.log(), e);
            return switch (e.reason()) {
                case TIMED_OUT -> new JobOutcome.RetryLater("rendering took too long");
                case UNSUPPORTED, UNDECODABLE, LIMIT ->
                        new JobOutcome.Failed(
                                JobProblem.UNDECODABLE_MEDIA,
                                "This part of the source cannot be rendered.");
            };
        }
    }

    private JobOutcome render(JobSpec.Render spec, ClipOrder order, JobContext context)
            throws MediaException, IOException, InterruptedException {
        var watermark = order.watermark();
        if (watermark != null && !watermark.isReadable(ffmpeg)) {
            return new JobOutcome.Failed(
                    JobProblem.UNSUPPORTED_MEDIA, "The watermark is not a PNG that can be read.");
        }
        var flaws = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            var clips = clips(spec, order, context, attempt);
            flaws = flaws(spec.ratios(), clips);
            if (flaws.isEmpty()) {
                return new JobOutcome.Completed(deliver(spec.ratios(), clips, context));
            }
            log.warn("Export {} failed its gate, try {}: {}", spec.exportId(), attempt, flaws);
        }
        return new JobOutcome.Failed(JobProblem.EXPORT_QUALITY_FAILED, flaws);
    }

    private List<RenderedClip> clips(
            JobSpec.Render spec, ClipOrder order, JobContext context, int attempt)
            throws MediaException, IOException, InterruptedException {
        var labels =
                spec.ratios().stream().map(JobSpec.Ratio::label).collect(Collectors.joining(", "));
        var folder = Files.createDirectory(context.workspace().resolve("render-" + attempt));
        return renderer.render(
                order,
                folder,
                part ->
                        context.progress(
                                "rendering " + labels, FETCHED + part * (RENDERED - FETCHED)));
    }

    /** Empty when every clip may be delivered. */
    private static String flaws(List<JobSpec.Ratio> ratios, List<RenderedClip> clips) {
        var flaws = new ArrayList<String>();
        for (int i = 0; i < clips.size(); i++) {
            for (var flaw : clips.get(i).flaws()) {
                flaws.add(ratios.get(i).label() + ": " + flaw);
            }
        }
        return String.join("; ", flaws);
    }

    private static JobResult.Rendered deliver(
            List<JobSpec.Ratio> ratios, List<RenderedClip> clips, JobContext context)
            throws IOException, InterruptedException {
        context.progress("storing the clips", RENDERED);
        var renditions = new ArrayList<JobResult.Rendition>();
        for (int i = 0; i < clips.size(); i++) {
            renditions.add(deliver(ratios.get(i), clips.get(i), context));
        }
        context.progress("rendered", 1);
        return new JobResult.Rendered(renditions);
    }

    private static JobResult.Rendition deliver(
            JobSpec.Ratio ratio, RenderedClip clip, JobContext context)
            throws IOException, InterruptedException {
        var name = ratio.label().replace(':', 'x');
        var measured = clip.measured();
        return new JobResult.Rendition(
                ratio,
                measured.size().width(),
                measured.size().height(),
                measured.duration().toMillis(),
                measured.sizeBytes(),
                context.store(name + ".mp4", clip.video(), "video/mp4"),
                context.store(name + ".srt", clip.srt(), "application/x-subrip"),
                context.store(name + ".vtt", clip.vtt(), "text/vtt"),
                context.store(name + ".jpg", clip.thumbnail(), "image/jpeg"),
                measured.loudness().integratedLufs(),
                measured.loudness().truePeakDbtp());
    }
}
