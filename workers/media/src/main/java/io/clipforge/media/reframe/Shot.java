package io.clipforge.media.reframe;

import java.util.List;

/**
 * A run of frames without a cut.
 *
 * @param startMs inclusive, on the source's clock
 * @param endMs exclusive
 */
public record Shot(long startMs, long endMs, List<FaceTrack> faces) {
    public Shot {
        faces = List.copyOf(faces);
    }
}
