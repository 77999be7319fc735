package io.clipforge.media.reframe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Shows two people who are too far apart for one window in two panes, one above the other: the left
 * one on top. Only where the evidence is plain: a shot long enough to look at, in which two faces
 * of about the same size, and no third, are there together most of the time, each in its place.
 */
final class SplitScreen {
    private static final long SHORTEST_MS = 1500;
    private static final double SEEN = 0.6;

    /** A face farther from its person's place belongs to somebody else, in lengths of a face. */
    private static final double NEAR = 1.5;

    /** Of a person's faces, how many the pane must hold. */
    private static final double HELD = 0.95;

    /** Narrowest pane, as a share of the source: what is enlarged more looks soft. */
    private static final double LEAST_WIDTH = 0.25;

    /** A pane is so many faces high, where the other one's face is not in it then. */
    private static final double FACES_HIGH = 3;

    /** Where the middle of a face stands in its pane; below it there is room for captions. */
    private static final double FACE_AT = 0.3;

    private final Size source;
    private final Size upper;
    private final Size lower;

    SplitScreen(Size source, Size frame) {
        this.source = source;
        int height = frame.height() / 4 * 2;
        this.upper = new Size(frame.width(), height);
        this.lower = new Size(frame.width(), frame.height() - height);
    }

    /** One of the two, and where. Lengths are pixels of the source. */
    private record Person(List<Face> faces, double x, double y, double width, double height) {}

    /**
     * @param tracks of the shot, in order of weight
     * @return empty where it would not do
     */
    Optional<Framing.Split> of(List<FaceTrack> tracks, long startMs, long endMs) {
        var companions = Subject.companions(tracks);
        if (companions.isEmpty() || endMs - startMs < SHORTEST_MS) {
            return Optional.empty();
        }
        var one = person(tracks.getFirst().faces());
        var other = person(companions.getFirst().faces());
        var left = new ArrayList<FaceTrack>();
        var right = new ArrayList<FaceTrack>();
        for (var track : tracks) {
            var place = person(track.faces());
            boolean third = Math.min(apart(place, one), apart(place, other)) > NEAR * place.width();
            if (third && companions.contains(track)) {
                return Optional.empty();
            }
            boolean ofOne = apart(place, one) < apart(place, other);
            if (!third) {
                (ofOne == one.x() < other.x() ? left : right).add(track);
            }
        }
        boolean both = isThere(left, endMs - startMs) && isThere(right, endMs - startMs);
        return both ? panes(person(faces(left)), person(faces(right))) : Optional.empty();
    }

    private Optional<Framing.Split> panes(Person left, Person right) {
        var onTop = window(left, upper, right);
        var below = window(right, lower, left);
        return holds(onTop, left) && holds(below, right)
                ? Optional.of(new Framing.Split(onTop, upper, below, lower))
                : Optional.empty();
    }

    private Framing.Window window(Person person, Size pane, Person other) {
        var largest = source.largestLike(pane);
        double wanted = FACES_HIGH * person.height() * pane.ratio();
        double alone = 2 * (apart(person, other) - other.width());
        double least = LEAST_WIDTH * source.width();
        double width = Math.min(Math.max(Math.min(wanted, alone), least), largest.width());
        double height = width / pane.ratio();
        int evenWidth = even(width);
        int evenHeight = Math.min(even(height), largest.height());
        double x = person.x() - evenWidth / 2.0;
        double y = person.y() - FACE_AT * evenHeight;
        return new Framing.Window(
                (int) Math.clamp(x, 0, source.width() - evenWidth),
                (int) Math.clamp(y, 0, source.height() - evenHeight),
                new Size(evenWidth, evenHeight));
    }

    private boolean holds(Framing.Window window, Person person) {
        long held = person.faces().stream().filter(it -> window.holds(it, source)).count();
        return held >= HELD * person.faces().size();
    }

    private static boolean isThere(List<FaceTrack> tracks, long shotMs) {
        long seen = tracks.stream().mapToLong(it -> it.endMs() - it.startMs()).sum();
        return seen >= SEEN * shotMs;
    }

    private static List<Face> faces(List<FaceTrack> tracks) {
        return tracks.stream().flatMap(it -> it.faces().stream()).toList();
    }

    private Person person(List<Face> faces) {
        return new Person(
                faces,
                source.width() * median(faces, it -> it.x() + it.width() / 2),
                source.height() * median(faces, it -> it.y() + it.height() / 2),
                source.width() * median(faces, Face::width),
                source.height() * median(faces, Face::height));
    }

    private static double apart(Person one, Person other) {
        return Math.abs(one.x() - other.x());
    }

    private static double median(List<Face> faces, ToDoubleFunction<Face> figure) {
        var sorted = faces.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static int even(double length) {
        return 2 * (int) (length / 2);
    }
}
