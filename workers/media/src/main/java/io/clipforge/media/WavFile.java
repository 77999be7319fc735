package io.clipforge.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A mono WAV file of 16-bit samples, such as {@link SpeechAudio} makes, or samples that were taken
 * out of one.
 *
 * @param sampleRate hertz
 * @param dataOffset bytes before the first sample
 * @param samples how many there are
 */
public record WavFile(Path file, int sampleRate, long dataOffset, long samples) {
    private static final int BYTES = WavHeader.BYTES;

    /**
     * @throws IOException when it is not mono WAV with 16 bits
     */
    public static WavFile open(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var header = WavHeader.read(channel, file.getFileName().toString());
            // a length that was never filled in ends with the file
            long present = (channel.size() - header.dataOffset()) / BYTES;
            return new WavFile(
                    file,
                    header.sampleRate(),
                    header.dataOffset(),
                    Math.min(header.declaredSamples(), present));
        }
    }

    public Duration duration() {
        return Duration.ofNanos(Math.round(samples * 1e9 / sampleRate));
    }

    /** Some samples; fewer at the end of the file, none behind it. */
    public short[] read(long first, int count) throws IOException {
        try (var channel = FileChannel.open(file)) {
            int present = Math.clamp(samples - first, 0, count);
            channel.position(dataOffset + first * BYTES);
            var read = new short[present];
            WavHeader.take(channel, present * BYTES).asShortBuffer().get(read);
            return read;
        }
    }

    /** Largest absolute sample of each hop, 0 to 1; the last hop may be shorter. */
    public List<Double> peaks(Duration hop) throws IOException {
        int length = Math.toIntExact(Math.max(1, hop.toNanos() * sampleRate / 1_000_000_000L));
        var peaks = new ArrayList<Double>();
        try (var channel = FileChannel.open(file).position(dataOffset)) {
            var input = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            for (long left = samples; left > 0; left -= length) {
                int bytes = (int) Math.min(left, length) * BYTES;
                var block = ByteBuffer.wrap(input.readNBytes(bytes)).order(ByteOrder.LITTLE_ENDIAN);
                peaks.add(peak(block.asShortBuffer()));
            }
        }
        return List.copyOf(peaks);
    }

    private static double peak(ShortBuffer samples) {
        int peak = 0;
        while (samples.hasRemaining()) {
            peak = Math.max(peak, Math.abs((int) samples.get()));
        }
        return peak / 32768.0;
    }
}
