package io.clipforge.media.reframe;

import io.clipforge.media.reframe.Framing.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Frames each shot of a clip.
 *
 * <ul>
 *   <li>A source of the frame's shape is scaled.
 *   <li>A shot with a face is cropped around it: the window stands still where the face allows it,
 *       else it takes the best path of {@link PathOptimizer}. Faces that belong together are kept
 *       together; when they do not fit, an upright frame shows two of them in panes ({@link
 *       SplitScreen}), and the whole picture is shown otherwise.
 *   <li>A shot without a face is cropped in the middle when at least half of the picture stays, and
 *       shown whole otherwise: from 16:9 to 9:16 a third would stay, and nothing says which. A very
 *       short one after a cropped shot is cropped too, because the whole picture would flash by.
 * </ul>
 */
public final class Reframer {
    private static final double KEPT_BLINDLY = 0.5;

    private static final long FLASH_MS = 1200;

    /** Part of the window that faces together may fill. */
    private static final double TOGETHER_FILLS = 0.9;

    /** A window may stand still when the face is comfortable for this share of the time. */
    private static final double MOSTLY = 0.97;

    /** A face looks best a little above the middle. */
    private static final double ABOVE_MIDDLE = 0.08;

    private final Size source;
    private final Size frame;
    private final Size window;
    private final Axis axis;
    private final double range;
    private final Comfort comfort;

    public Reframer(Size source, Size frame) {
        this.source = source;
        this.frame = frame;
        this.window = source.largestLike(frame);
        int wider = source.width() - window.width();
        int higher = source.height() - window.height();
        this.axis = wider >= higher ? Axis.HORIZONTAL : Axis.VERTICAL;
        this.range = Math.max(wider, higher);
        this.comfort = new Comfort(length(), range);
    }

    /**
     * @param shots in order, without gaps; none for a source that was not analysed
     * @param startMs of the clip, on the source's clock
     * @return in order, without gaps, covering the clip
     */
    public List<FramedShot> frame(List<Shot> shots, long startMs, long endMs) {
        var within =
                shots.stream().filter(it -> it.startMs() < endMs && it.endMs() > startMs).toList();
        if (within.isEmpty()) {
            return List.of(new FramedShot(startMs, endMs, blind()));
        }
        var framed = new ArrayList<FramedShot>();
        for (int i = 0; i < within.size(); i++) {
            boolean last = i == within.size() - 1;
            long from = i == 0 ? startMs : within.get(i).startMs();
            long to = last ? endMs : within.get(i + 1).startMs();
            boolean goesOn = i > 0 && framed.getLast().framing() instanceof Framing.Crop;
            boolean flashes = goesOn && to - from < FLASH_MS;
            framed.add(new FramedShot(from, to, frame(within.get(i), from, to, flashes)));
        }
        return framed;
    }

    /** Everything that the source shows, in every shot. */
    public List<FramedShot> whole(long startMs, long endMs) {
        var framing = range < 2 ? new Framing.Whole() : new Framing.Fit();
        return List.of(new FramedShot(startMs, endMs, framing));
    }

    private Framing frame(Shot shot, long startMs, long endMs, boolean flashes) {
        if (range < 2) {
            return new Framing.Whole();
        }
        var tracks = Subject.of(shot, startMs, endMs);
        if (tracks.isEmpty()) {
            return flashes ? middle() : blind();
        }
        var line = line(Subject.chain(tracks));
        for (var companion : Subject.companions(tracks)) {
            line = line.with(line(List.of(companion)));
        }
        boolean fits = line.usualLength() <= TOGETHER_FILLS * length();
        boolean alone = Subject.companions(tracks).isEmpty();
        return fits || alone
                ? crop(path(line, startMs, endMs))
                : split(tracks, startMs, endMs).orElseGet(Framing.Fit::new);
    }

    private Optional<Framing> split(List<FaceTrack> tracks, long startMs, long endMs) {
        return frame.ratio() < 1
                ? new SplitScreen(source, frame).of(tracks, startMs, endMs).map(it -> it)
                : Optional.empty();
    }

    private Framing blind() {
        double kept = (double) window.width() * window.height() / source.width() / source.height();
        if (range < 2) {
            return new Framing.Whole();
        }
        return kept >= KEPT_BLINDLY ? middle() : new Framing.Fit();
    }

    private Framing middle() {
        return crop(CropPath.steady(range / 2));
    }

    private Framing crop(CropPath path) {
        return new Framing.Crop(window, axis, path);
    }

    private CropPath path(TargetLine line, long startMs, long endMs) {
        var targets = new ArrayList<@Nullable Target>();
        for (long at = startMs; at < endMs + PathOptimizer.STEP_MS; at += PathOptimizer.STEP_MS) {
            targets.add(line.at(at));
        }
        var known = targets.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        if (known.isEmpty()) {
            return CropPath.steady(range / 2);
        }
        double lowest = quantile(known, comfort::lowest, MOSTLY);
        double highest = quantile(known, comfort::highest, 1 - MOSTLY);
        if (lowest <= highest) {
            double middle = quantile(known, Target::center, 0.5) - length() / 2.0;
            return CropPath.steady(Math.clamp(middle, lowest, highest));
        }
        var optimizer = new PathOptimizer(length(), range, comfort);
        return new CropPath(startMs, PathOptimizer.STEP_MS, optimizer.optimize(targets));
    }

    private static double quantile(
            List<Target> targets, ToDoubleFunction<Target> figure, double share) {
        var sorted = targets.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private TargetLine line(List<FaceTrack> tracks) {
        return new TargetLine(
                tracks.stream()
                        .flatMap(track -> Outliers.removed(targets(track)).stream())
                        .toList());
    }

    private List<Target> targets(FaceTrack track) {
        return track.faces().stream().map(this::target).toList();
    }

    private Target target(Face face) {
        return switch (axis) {
            case HORIZONTAL -> target(face.timeMs(), face.x(), face.width(), source.width(), 0);
            case VERTICAL ->
                    target(
                            face.timeMs(),
                            face.y(),
                            face.height(),
                            source.height(),
                            ABOVE_MIDDLE * length());
        };
    }

    private static Target target(long timeMs, double at, double size, int side, double lower) {
        double from = at * side;
        double to = (at + size) * side;
        return new Target(timeMs, from, to, (from + to) / 2 + lower);
    }

    private int length() {
        return axis == Axis.HORIZONTAL ? window.width() : window.height();
    }
}
