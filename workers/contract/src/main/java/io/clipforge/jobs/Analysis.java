package io.clipforge.jobs;

import java.util.List;

/**
 * What is seen and heard, on the source's clock.
 *
 * @param shots in order, without gaps; empty for an asset without a picture
 * @param faces tracks of faces, each within one shot
 * @param loudness momentary loudness, one value per {@code loudnessHopMs}, dB full scale, −120 to 0
 */
public record Analysis(
        List<Shot> shots, List<FaceTrack> faces, long loudnessHopMs, List<Double> loudness) {

    public Analysis {
        shots = List.copyOf(shots);
        faces = List.copyOf(faces);
        loudness = List.copyOf(loudness);
    }

    /**
     * @param startMs inclusive
     * @param endMs exclusive
     */
    public record Shot(long startMs, long endMs) {}

    /**
     * One face followed through a shot.
     *
     * @param shot index of the shot
     */
    public record FaceTrack(int shot, List<FaceBox> boxes) {
        public FaceTrack {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * Where a face was; all lengths are shares of the picture's width or height, 0 to 1.
     *
     * @param x left edge
     * @param y top edge
     * @param score confidence of the detector, 0 to 1
     */
    public record FaceBox(
            long timeMs, double x, double y, double width, double height, double score) {}
}
