package io.clipforge.media.faces;

import java.util.List;

/**
 * One face, followed through a shot.
 *
 * @param shot index of the shot
 * @param sightings in order of time
 */
public record FaceTrack(int shot, List<Sighting> sightings) {
    public FaceTrack {
        sightings = List.copyOf(sightings);
    }

    /** Where the face was at a time. */
    public record Sighting(long timeMs, Face face) {}
}
