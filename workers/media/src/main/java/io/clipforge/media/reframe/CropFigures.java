package io.clipforge.media.reframe;

import io.clipforge.media.reframe.Framing.Axis;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * How a clip is framed, in figures.
 *
 * @param seconds length of the clip
 * @param faces boxes of the followed faces
 * @param inside of these, wholly in what is shown
 * @param reversals of the window's direction; a cut begins anew
 * @param travel of the window, pixels of a frame 1080 wide
 */
public record CropFigures(double seconds, long faces, long inside, long reversals, double travel) {
    private static final double OUTPUT_WIDTH = 1080;
    private static final double STEP_MS = 40;

    /** Less than this, in pixels of the source, is not seen. */
    private static final double STILL = 0.01;

    /** A detector's box is never exact: this share of its length may lie outside. */
    private static final double SLACK = 0.02;

    private static final CropFigures NOTHING = new CropFigures(0, 0, 0, 0, 0);

    /**
     * @param source size of its picture
     * @param framed shots of the clip
     * @param shots of the source, with their faces
     * @param isShown whether a time of the source, milliseconds, is not jumped over
     */
    public static CropFigures of(
            Size source, List<FramedShot> framed, List<Shot> shots, DoublePredicate isShown) {
        return framed.stream()
                .map(it -> moved(it, isShown).plus(seen(it, source, shots, isShown)))
                .reduce(NOTHING, CropFigures::plus);
    }

    /** 1 when no face is followed. */
    public double insideShare() {
        return faces == 0 ? 1 : (double) inside / faces;
    }

    public double travelPerSecond() {
        return travel / Math.max(seconds, STEP_MS / 1e3);
    }

    public double reversalsPerSecond() {
        return reversals / Math.max(seconds, STEP_MS / 1e3);
    }

    private CropFigures plus(CropFigures other) {
        return new CropFigures(
                seconds + other.seconds,
                faces + other.faces,
                inside + other.inside,
                reversals + other.reversals,
                travel + other.travel);
    }

    private static CropFigures moved(FramedShot shot, DoublePredicate isShown) {
        double seconds = shown(shot, isShown) * (shot.endMs() - shot.startMs()) / 1e3;
        if (!(shot.framing() instanceof Framing.Crop crop) || crop.path().isSteady()) {
            return new CropFigures(seconds, 0, 0, 0, 0);
        }
        double scale = OUTPUT_WIDTH / crop.window().width();
        double travel = 0;
        double facing = 0;
        long reversals = 0;
        for (double at = shot.startMs() + STEP_MS; at < shot.endMs(); at += STEP_MS) {
            double moved = crop.path().at(at) - crop.path().at(at - STEP_MS);
            if (!isShown.test(at) || !isShown.test(at - STEP_MS)) {
                facing = 0;
            } else if (Math.abs(moved) > STILL) {
                travel += Math.abs(moved) * scale;
                reversals += Math.signum(moved) == -facing ? 1 : 0;
                facing = Math.signum(moved);
            }
        }
        return new CropFigures(seconds, 0, 0, reversals, travel);
    }

    /** The share of a shot that is not jumped over. */
    private static double shown(FramedShot shot, DoublePredicate isShown) {
        int steps = 0;
        int shown = 0;
        for (double at = shot.startMs(); at < shot.endMs(); at += STEP_MS) {
            steps++;
            shown += isShown.test(at) ? 1 : 0;
        }
        return steps == 0 ? 1 : (double) shown / steps;
    }

    private static CropFigures seen(
            FramedShot framed, Size source, List<Shot> shots, DoublePredicate isShown) {
        var faces =
                shots.stream()
                        .filter(it -> it.startMs() < framed.endMs())
                        .filter(it -> it.endMs() > framed.startMs())
                        .flatMap(it -> followed(it, framed).stream())
                        .filter(it -> isShown.test((double) it.timeMs()))
                        .toList();
        long inside = faces.stream().filter(it -> holds(framed.framing(), source, it)).count();
        return new CropFigures(0, faces.size(), inside, 0, 0);
    }

    /** Whom the shot is about. */
    private static List<Face> followed(Shot shot, FramedShot framed) {
        var tracks = Subject.of(shot, framed.startMs(), framed.endMs());
        if (tracks.isEmpty()) {
            return List.of();
        }
        var about =
                framed.framing() instanceof Framing.Split
                        ? Subject.withCompanions(tracks)
                        : Subject.chain(tracks);
        return about.stream().flatMap(it -> it.faces().stream()).toList();
    }

    private static boolean holds(Framing framing, Size source, Face face) {
        return switch (framing) {
            case Framing.Whole _, Framing.Fit _ -> true;
            case Framing.Split split ->
                    split.upper().holds(face, source) || split.lower().holds(face, source);
            case Framing.Crop crop -> {
                double offset = crop.path().at((double) face.timeMs());
                yield crop.axis() == Axis.HORIZONTAL
                        ? within(
                                offset,
                                crop.window().width(),
                                face.x(),
                                face.width(),
                                source.width())
                        : within(
                                offset,
                                crop.window().height(),
                                face.y(),
                                face.height(),
                                source.height());
            }
        };
    }

    /** A face longer than the window fills it. */
    static boolean within(double offset, double window, double at, double length, int side) {
        double slack = SLACK * length * side;
        double from = Math.max(0, at * side) + slack;
        double to = Math.min(side, (at + length) * side) - slack;
        boolean fills = from <= offset && to >= offset + window;
        return fills || (from >= offset && to <= offset + window);
    }
}
