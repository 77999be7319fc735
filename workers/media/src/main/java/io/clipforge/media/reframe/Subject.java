package io.clipforge.media.reframe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses whom a shot is about: the largest and most persistent face, and every face that is with
 * it and matters nearly as much.
 */
final class Subject {
    private static final double MATTERS = 0.6;
    private static final double TOGETHER = 0.5;
    private static final double SEEN = 0.25;

    private Subject() {}

    /** In order of weight; empty when no face is there long enough. */
    static List<FaceTrack> of(Shot shot, long startMs, long endMs) {
        var tracks =
                shot.faces().stream()
                        .map(track -> track.within(startMs, endMs))
                        .filter(track -> !track.isEmpty())
                        .sorted(Comparator.comparingDouble(FaceTrack::weight).reversed())
                        .toList();
        long seen = tracks.stream().mapToLong(it -> it.endMs() - it.startMs()).sum();
        return seen < SEEN * (endMs - startMs) ? List.of() : tracks;
    }

    /** Those that are there together with the first and matter nearly as much. */
    static List<FaceTrack> companions(List<FaceTrack> tracks) {
        var first = tracks.getFirst();
        return tracks.stream()
                .skip(1)
                .filter(it -> it.weight() >= MATTERS * first.weight())
                .filter(it -> it.sharedMs(first) >= TOGETHER * (it.endMs() - it.startMs()))
                .toList();
    }

    /** Everybody who counts. */
    static List<FaceTrack> withCompanions(List<FaceTrack> tracks) {
        return Stream.concat(Stream.of(tracks.getFirst()), companions(tracks).stream()).toList();
    }

    /** A tracker loses a face and finds it again: the first track and what fills its gaps. */
    static List<FaceTrack> chain(List<FaceTrack> tracks) {
        var chain = new ArrayList<FaceTrack>();
        for (var track : tracks) {
            if (chain.stream().allMatch(it -> it.sharedMs(track) == 0)) {
                chain.add(track);
            }
        }
        chain.sort(Comparator.comparingLong(FaceTrack::startMs));
        return chain;
    }
}
