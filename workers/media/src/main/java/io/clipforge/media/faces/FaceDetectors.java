package io.clipforge.media.faces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Picks the best detector this machine has. */
public final class FaceDetectors {
    private static final List<String> YUNET =
            List.of(
                    "face_detection_yunet.onnx",
                    "yunet_n_dynamic.onnx",
                    "face_detection_yunet_2023mar.onnx");

    private FaceDetectors() {}

    /**
     * YuNet when its model lies in the folder, else the cascade that needs no download.
     *
     * @param models a folder, which need not exist
     * @throws IllegalStateException when a native package is missing
     */
    public static FaceDetector open(Path models) throws IOException {
        for (var name : YUNET) {
            var model = models.resolve(name);
            if (Files.isRegularFile(model)) {
                return YunetDetector.open(model);
            }
        }
        return CascadeDetector.open();
    }
}
