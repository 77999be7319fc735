package io.clipforge.fleet.transcribe;

import io.clipforge.speech.model.Precision;
import io.clipforge.speech.model.WhisperModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a Whisper model holds in memory once it is loaded. Measured with Whisper's tiny, base and
 * small shapes in 32 and in 8 bits: ONNX Runtime keeps weights of 144, 277, 921, 39, 74 and 240 MiB
 * once more in the order in which it computes with them, and with the tokenizer that is 434, 699,
 * 1922, 243, 358 and 650 MiB. Where a GPU computes, this much is counted all the same.
 */
final class ModelMemory {
    private static final int COPIES = 2;
    private static final int BESIDE_MIB = 256;

    private ModelMemory() {}

    /**
     * Mebibytes, rather too many.
     *
     * @throws IOException when there is no such model
     */
    static int mib(Path folder, List<Precision> precisions) throws IOException {
        return mib(WhisperModel.bytes(folder, precisions));
    }

    /**
     * @param bytes of its weights
     */
    static int mib(long bytes) {
        return Math.toIntExact(COPIES * (bytes >> 20) + BESIDE_MIB);
    }
}
