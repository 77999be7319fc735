package io.clipforge.media.faces;

import io.clipforge.media.faces.FaceTrack.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A face that is being followed. */
final class OpenTrack {
    /** Centres further apart than this, in face sizes, are two faces. */
    private static final double MOST_DISTANCE = 0.7;

    private static final double MOST_GROWTH = 1.8;

    private final int firstPicture;
    private final List<Sighting> sightings = new ArrayList<>();
    private int lastPicture;

    /**
     * @param picture number of the picture
     */
    OpenTrack(int picture, Sighting first) {
        this.firstPicture = picture;
        add(picture, first);
    }

    void add(int picture, Sighting sighting) {
        lastPicture = picture;
        sightings.add(sighting);
    }

    long lastMs() {
        return sightings.getLast().timeMs();
    }

    int count() {
        return sightings.size();
    }

    /** Share of the pictures from the first to the last sighting in which it was seen. */
    double presence() {
        return (double) sightings.size() / (lastPicture - firstPicture + 1);
    }

    /** Mean confidence. */
    double score() {
        return sightings.stream().mapToDouble(it -> it.face().score()).average().orElseThrow();
    }

    /** How well a face continues this track; 0 when it does not. */
    double match(Face face) {
        var last = sightings.getLast().face();
        double growth = face.height() / last.height();
        double across = (face.centerX() - last.centerX()) / last.width();
        double down = (face.centerY() - last.centerY()) / last.height();
        double distance = Math.hypot(across, down);
        return Math.max(growth, 1 / growth) > MOST_GROWTH
                ? 0
                : Math.max(0, 1 - distance / MOST_DISTANCE);
    }

    /** Each edge as the median of three sightings, against the jitter of the detector. */
    List<Sighting> steadied() {
        var steadied = new ArrayList<Sighting>();
        for (int i = 0; i < sightings.size(); i++) {
            var near = sightings.subList(Math.max(0, i - 1), Math.min(i + 2, sightings.size()));
            var own = sightings.get(i);
            steadied.add(near.size() < 3 ? own : new Sighting(own.timeMs(), median(near, own)));
        }
        return steadied;
    }

    private static Face median(List<Sighting> three, Sighting own) {
        return new Face(
                median(three, Face::x),
                median(three, Face::y),
                median(three, Face::width),
                median(three, Face::height),
                own.face().score());
    }

    private static double median(List<Sighting> three, ToDoubleFunction<Face> length) {
        return three.stream().map(Sighting::face).mapToDouble(length).sorted().toArray()[1];
    }
}
