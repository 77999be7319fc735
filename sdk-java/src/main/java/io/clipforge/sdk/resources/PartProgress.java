package io.clipforge.sdk.resources;

import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.http.FileSlice;
import io.clipforge.sdk.model.Upload;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Adds up the parts of one upload, so that the listener hears one number that never falls. */
final class PartProgress {
    private final long size;
    private final long partSize;
    private final ProgressListener listener;
    private final long[] moved;
    private long reported;

    PartProgress(Upload upload, ProgressListener listener) {
        this.size = upload.getSizeBytes();
        this.partSize = upload.getPartSizeBytes();
        this.listener = listener;
        this.moved = new long[upload.getPartCount()];
    }

    FileSlice slice(FileChannel file, int partNumber) {
        long offset = (partNumber - 1) * partSize;
        long length = Math.min(partSize, size - offset);
        return new FileSlice(file, offset, length, bytes -> moved(partNumber - 1, bytes));
    }

    /** A part that an earlier process has sent. */
    void arrived(int partNumber) {
        moved(partNumber - 1, Math.min(partSize, size - (partNumber - 1) * partSize));
    }

    private synchronized void moved(int part, long bytes) {
        moved[part] = bytes;
        long sum = Arrays.stream(moved).sum();
        if (sum > reported) {
            reported = sum;
            listener.onProgress(sum, size);
        }
    }
}
