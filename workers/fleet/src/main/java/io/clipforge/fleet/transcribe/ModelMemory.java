package io.clipforge.fleet.transcribe;

import io.clipforge.speech.model.Precision;
import io.clipforge.speech.model.WhisperConfig;
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

    /** Texts that are drawn by chance at once where one is likely to be wrong. */
    private static final int TRIES = 5;

    private static final int LEAST_MIB = 512;

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
     * Mebibytes that one transcription takes beside the model, rather too many. Measured with the
     * small shape: 766 and 821 MiB for one window in 32 and in 8 bits, 1212 MiB for four in 8 bits,
     * where the decoder remembers 137 MiB of each; with tiny 224, 161, 401 and 254.
     *
     * @param together windows at once
     */
    static int transcriptionMib(WhisperConfig config, int together) {
        long windows = (config.memoryOfAWindow() * (together + TRIES)) >> 20;
        return Math.max(LEAST_MIB, Math.toIntExact(windows + BESIDE_MIB));
    }

    /**
     * @param bytes of its weights
     */
    static int mib(long bytes) {
        return Math.toIntExact(COPIES * (bytes >> 20) + BESIDE_MIB);
    }
}
