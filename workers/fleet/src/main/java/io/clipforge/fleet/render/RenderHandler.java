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
import io.clipforge.media.captions.drawing.UnreadableFontException;
import io.clipforge.media.quality.Precaution;
import io.clipforge.media.render.Bumper;
import io.clipforge.media.render.ClipOrder;
import io.clipforge.media.render.ClipRenderer;
import io.clipforge.media.render.RenderedClip;
import io.clipforge.media.render.VideoEncoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does {@code render.v1}. What fails its checks is rendered once more with the settings that may
 * help, when there are any; then the job fails with what was found.
 */
@Singleton
public final class RenderHandler implements JobHandler<JobSpec.Render> {
    private static final Logger log = LoggerFactory.getLogger(RenderHandler.class);
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
        } catch (UnreadableFontException e) {
            log.warn("Export {} has an unreadable font", spec.exportId(), e);
            return new JobOutcome.Failed(
                    JobProblem.UNSUPPORTED_MEDIA,
                    "The font is not a TrueType or OpenType file that can be read.");
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
        var unusable = unusable(order);
        if (unusable.isPresent()) {
            return new JobOutcome.Failed(JobProblem.UNSUPPORTED_MEDIA, unusable.get());
        }
        var clips = clips(spec, order, Set.of(), context);
        var precautions = precautions(clips);
        if (!precautions.isEmpty()) {
            log.warn("Export {} failed: {}", spec.exportId(), Findings.failed(spec, clips));
            clips = clips(spec, order, precautions, context);
        }
        var failed = Findings.failed(spec, clips);
        if (!failed.isEmpty()) {
            log.warn("Export {} failed for good: {}", spec.exportId(), failed);
            return new JobOutcome.Failed(JobProblem.EXPORT_QUALITY_FAILED, failed);
        }
        return new JobOutcome.Completed(deliver(spec.ratios(), clips, context));
    }

    /** What is wrong with a file that was sent along with the source. */
    private Optional<String> unusable(ClipOrder order) throws IOException, InterruptedException {
        var watermark = order.watermark();
        if (watermark != null && !watermark.isReadable(ffmpeg)) {
            return Optional.of("The watermark is not a PNG that can be read.");
        }
        var music = order.sound().music();
        if (music != null && !music.isReadable(ffmpeg)) {
            return Optional.of("The music has no sound that can be read.");
        }
        var intro = unusable("intro", order.bumpers().intro());
        return intro.isPresent() ? intro : unusable("outro", order.bumpers().outro());
    }

    private Optional<String> unusable(String name, @Nullable Bumper bumper)
            throws IOException, InterruptedException {
        var finding = bumper == null ? Bumper.Finding.FINE : bumper.look(ffmpeg);
        return switch (finding) {
            case FINE -> Optional.empty();
            case TOO_LONG -> Optional.of("The " + name + " is longer than 10 s.");
            case UNREADABLE ->
                    Optional.of(
                            "The " + name + " is no video and no PNG or JPEG that can be read.");
        };
    }

    /** Empty when all passed, or when nothing would mend what failed. */
    private static Set<Precaution> precautions(List<RenderedClip> clips) {
        return clips.stream()
                .flatMap(it -> it.quality().precautions().stream())
                .collect(Collectors.toSet());
    }

    private List<RenderedClip> clips(
            JobSpec.Render spec, ClipOrder order, Set<Precaution> precautions, JobContext context)
            throws MediaException, IOException, InterruptedException {
        var labels =
                spec.ratios().stream().map(JobSpec.Ratio::label).collect(Collectors.joining(", "));
        var name = precautions.isEmpty() ? "render" : "render-with-care";
        var folder = Files.createDirectory(context.workspace().resolve(name));
        return renderer.render(
                order,
                precautions,
                folder,
                part ->
                        context.progress(
                                "rendering " + labels, FETCHED + part * (RENDERED - FETCHED)));
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
                measured.loudness().truePeakDbtp(),
                Findings.of(clip.quality()),
                context.store(name + "-sheet.jpg", clip.contactSheet(), "image/jpeg"));
    }
}
