package io.clipforge.media;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A mono WAV file of 16-bit samples, such as {@link SpeechAudio} makes.
 *
 * @param sampleRate hertz
 * @param dataOffset bytes before the first sample
 * @param samples how many there are
 */
public record WavFile(Path file, int sampleRate, long dataOffset, long samples) {
    private static final int BYTES = 2;

    /**
     * @throws IOException when it is not mono WAV with 16 bits
     */
    public static WavFile open(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            expect(read(channel, 4), "RIFF", file);
            read(channel, 4);
            expect(read(channel, 4), "WAVE", file);
            int rate = 0;
            while (true) {
                var name = StandardCharsets.US_ASCII.decode(read(channel, 4)).toString();
                long size = Integer.toUnsignedLong(read(channel, 4).getInt());
                if (name.equals("data")) {
                    // a length that was never filled in ends with the file
                    long present = channel.size() - channel.position();
                    long bytes = Math.min(size, present);
                    return new WavFile(file, rate, channel.position(), bytes / BYTES);
                }
                long next = channel.position() + size + size % 2;
                if (name.equals("fmt ")) {
                    rate = sampleRate(read(channel, 16), file);
                }
                channel.position(next);
            }
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
            read(channel, present * BYTES).asShortBuffer().get(read);
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

    private static int sampleRate(ByteBuffer format, Path file) throws IOException {
        boolean pcm = format.getShort(0) == 1;
        boolean mono = format.getShort(2) == 1;
        if (!pcm || !mono || format.getShort(14) != 8 * BYTES) {
            throw new IOException(file.getFileName() + " is not mono 16-bit PCM");
        }
        return format.getInt(4);
    }

    private static void expect(ByteBuffer name, String expected, Path file) throws IOException {
        if (!StandardCharsets.US_ASCII.decode(name).toString().equals(expected)) {
            throw new IOException(file.getFileName() + " is not a WAV file");
        }
    }

    private static ByteBuffer read(FileChannel channel, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("a WAV file ends early");
            }
        }
        return buffer.flip();
    }
}
