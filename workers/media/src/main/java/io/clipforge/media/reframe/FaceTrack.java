package io.clipforge.media.reframe;

import java.util.List;

/**
 * One face followed through a shot.
 *
 * @param faces in order of time
 */
public record FaceTrack(List<Face> faces) {
    public FaceTrack {
        faces = List.copyOf(faces);
    }

    FaceTrack within(long startMs, long endMs) {
        return new FaceTrack(
                faces.stream()
                        .filter(face -> face.timeMs() >= startMs && face.timeMs() < endMs)
                        .toList());
    }

    boolean isEmpty() {
        return faces.isEmpty();
    }

    long startMs() {
        return faces.getFirst().timeMs();
    }

    long endMs() {
        return faces.getLast().timeMs();
    }

    /** How long two faces are in the picture together. */
    long sharedMs(FaceTrack other) {
        return Math.max(0, Math.min(endMs(), other.endMs()) - Math.max(startMs(), other.startMs()));
    }

    /** A face counts by its size and by how long it stays. */
    double weight() {
        double height = faces.stream().mapToDouble(Face::height).average().orElse(0);
        return height * (endMs() - startMs() + 1);
    }
}
