package io.clipforge.fleet;

import io.clipforge.media.WavFile;
import io.clipforge.media.WavHeader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;

/** The sound of a whole asset in the object store, of which only stretches are fetched. */
public final class StoredSound {
    /** Names and pictures may stand before the sound. */
    private static final long LONGEST_HEADER = 1 << 20;

    private static final long USUAL_HEADER = 1 << 12;

    private final JobContext context;
    private final String key;
    private final WavHeader header;

    private StoredSound(JobContext context, String key, WavHeader header) {
        this.context = context;
        this.key = key;
        this.header = header;
    }

    /**
     * Reads where the samples lie.
     *
     * @throws IOException also when it is not mono WAV with 16 bits
     */
    public static StoredSound open(JobContext context, String key)
            throws IOException, InterruptedException {
        try {
            return new StoredSound(context, key, header(context, key, USUAL_HEADER));
        } catch (EOFException _) {
            return new StoredSound(context, key, header(context, key, LONGEST_HEADER));
        }
    }

    /** Milliseconds, as the file says. */
    public long lengthMs() {
        return header.declaredSamples() * 1000 / header.sampleRate();
    }

    /**
     * The samples from a time on, fewer where the sound ends early, none behind its end.
     *
     * @param startMs inclusive
     * @param endMs exclusive
     */
    public WavFile stretch(long startMs, long endMs) throws IOException, InterruptedException {
        long first = Math.min(header.declaredSamples(), sample(startMs));
        long last = Math.clamp(sample(endMs), first, header.declaredSamples());
        var file =
                context.fetchRange(
                        key,
                        header.dataOffset() + first * WavHeader.BYTES,
                        (last - first) * WavHeader.BYTES);
        return new WavFile(file, header.sampleRate(), 0, Files.size(file) / WavHeader.BYTES);
    }

    private long sample(long timeMs) {
        return timeMs * header.sampleRate() / 1000;
    }

    private static WavHeader header(JobContext context, String key, long bytes)
            throws IOException, InterruptedException {
        try (var beginning = FileChannel.open(context.fetchRange(key, 0, bytes))) {
            return WavHeader.read(beginning, key);
        }
    }
}
