package io.clipforge.media.faces;

import java.util.List;

/** Finds the faces of one picture. For one thread at a time. */
public interface FaceDetector extends AutoCloseable {
    /** Such as {@code yunet}. */
    String engine();

    /**
     * @param rgb three bytes a pixel, rows from the top
     */
    List<Face> detect(byte[] rgb, int width, int height);

    @Override
    void close();
}
