package io.clipforge.fleet.analyze;

import io.clipforge.jobs.Analysis.FaceBox;
import io.clipforge.jobs.Analysis.FaceTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins the tracks of one face over the end of a part: in the same shot, one begins soon after
 * another has ended, and in the same place. What fits best is joined first.
 */
final class FaceStitch {
    /** A face may look away for so long. */
    private static final long LOST_MS = 1200;

    private static final double LEAST_OVERLAP = 0.3;

    private record Seam(FaceTrack ended, FaceTrack begun, double overlap) {
        FaceTrack joined() {
            var boxes = new ArrayList<>(ended.boxes());
            boxes.addAll(begun.boxes());
            return new FaceTrack(ended.shot(), boxes);
        }
    }

    private final List<FaceTrack> tracks = new ArrayList<>();

    /**
     * @param part the tracks of the next part
     * @param firstShot index that the first shot of the part has in the whole
     */
    void add(List<FaceTrack> part, int firstShot) {
        var begun =
                new ArrayList<>(
                        part.stream()
                                .map(it -> new FaceTrack(firstShot + it.shot(), it.boxes()))
                                .toList());
        for (var seam : bestFirst(tracks, begun)) {
            int at = tracks.indexOf(seam.ended());
            if (at >= 0 && begun.remove(seam.begun())) {
                tracks.set(at, seam.joined());
            }
        }
        tracks.addAll(begun);
    }

    /** By shot; within a shot in order of their ends. */
    List<FaceTrack> tracks() {
        return tracks.stream()
                .sorted(
                        Comparator.comparingInt(FaceTrack::shot)
                                .thenComparingLong(it -> it.boxes().getLast().timeMs()))
                .toList();
    }

    private static List<Seam> bestFirst(List<FaceTrack> ended, List<FaceTrack> begun) {
        var seams = new ArrayList<Seam>();
        for (var one : ended) {
            for (var other : begun) {
                double overlap = one.shot() == other.shot() ? overlap(one, other) : 0;
                if (overlap > LEAST_OVERLAP) {
                    seams.add(new Seam(one, other, overlap));
                }
            }
        }
        seams.sort(Comparator.comparingDouble(Seam::overlap).reversed());
        return seams;
    }

    private static double overlap(FaceTrack ended, FaceTrack begun) {
        var last = ended.boxes().getLast();
        var first = begun.boxes().getFirst();
        long gap = first.timeMs() - last.timeMs();
        return gap > 0 && gap <= LOST_MS ? overlap(last, first) : 0;
    }

    /** Shared area by united area. */
    private static double overlap(FaceBox one, FaceBox other) {
        double across = shared(one.x(), one.width(), other.x(), other.width());
        double down = shared(one.y(), one.height(), other.y(), other.height());
        double area = one.width() * one.height() + other.width() * other.height();
        return across * down / (area - across * down);
    }

    private static double shared(double start, double length, double other, double otherLength) {
        return Math.max(0, Math.min(start + length, other + otherLength) - Math.max(start, other));
    }
}
