package io.clipforge.fleet.ingest;

import io.clipforge.fleet.JobContext;
import io.clipforge.jobs.Part;
import io.clipforge.media.Excerpt;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.MediaException;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a long asset into parts, each with a video of its own where there is a picture. */
final class Parts {
    /**
     * So much of what is before and after a part is in its video: a cut is seen by what surrounds
     * it, a fade takes seconds.
     */
    private static final long SURROUNDINGS_MS = 4000;

    private final Ffmpeg ffmpeg;
    private final JobContext context;

    Parts(Ffmpeg ffmpeg, JobContext context) {
        this.ffmpeg = ffmpeg;
        this.context = context;
    }

    /** In order, together the whole asset; empty when it stays whole. */
    List<Part> cut(WavFile sound, @Nullable Picture picture, long durationMs, long partMs)
            throws Refusal, IOException, InterruptedException {
        var boundaries = Boundaries.of(sound, durationMs, partMs);
        if (boundaries.isEmpty()) {
            return List.of();
        }
        Step.PARTS.begin(context);
        var parts = new ArrayList<Part>();
        long start = 0;
        for (int i = 0; i <= boundaries.size(); i++) {
            long end = i < boundaries.size() ? boundaries.get(i) : durationMs;
            parts.add(part(i + 1, start, end, picture));
            start = end;
            Step.PARTS.within(context).accept((i + 1.0) / (boundaries.size() + 1));
        }
        return List.copyOf(parts);
    }

    private Part part(int number, long startMs, long endMs, @Nullable Picture picture)
            throws Refusal, IOException, InterruptedException {
        if (picture == null || picture.length().toMillis() <= startMs) {
            return new Part(startMs, endMs, null, startMs);
        }
        var from = picture.frameAt(Math.max(0, startMs - SURROUNDINGS_MS));
        var name = "part-%03d.mp4".formatted(number);
        var file = context.workspace().resolve(name);
        var length = Duration.ofMillis(endMs + SURROUNDINGS_MS).minus(from);
        try {
            new Excerpt(ffmpeg).take(picture.proxy(), from, length, file);
        } catch (MediaException e) {
            throw Derivation.undecodablePicture(e);
        }
        var key = context.store(name, file, "video/mp4");
        return new Part(startMs, endMs, key, from.plusNanos(500_000).toMillis());
    }
}
