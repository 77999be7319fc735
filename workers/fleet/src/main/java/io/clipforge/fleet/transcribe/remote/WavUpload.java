package io.clipforge.fleet.transcribe.remote;

import io.clipforge.media.WavFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.DoubleConsumer;

/** Sends samples as a WAV file, a second at a time. */
final class WavUpload {
    private static final int HEADER = 44;

    private WavUpload() {}

    /**
     * @param progress 0 to 1; it begins again when the body is sent again
     */
    static BodyPublisher of(WavFile speech, DoubleConsumer progress) {
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(header(speech)),
                BodyPublishers.ofByteArrays(() -> new Seconds(speech, progress)));
    }

    private static byte[] header(WavFile speech) {
        int bytes = (int) Math.min(Integer.MAX_VALUE - HEADER, speech.samples() * 2);
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) 1);
        header.putInt(speech.sampleRate()).putInt(2 * speech.sampleRate());
        header.putShort((short) 2).putShort((short) 16);
        return header.put(ascii("data")).putInt(bytes).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Seconds implements Iterator<byte[]> {
        private final WavFile speech;
        private final DoubleConsumer progress;
        private long at;

        private Seconds(WavFile speech, DoubleConsumer progress) {
            this.speech = speech;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            return at < speech.samples();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                var samples = speech.read(at, speech.sampleRate());
                if (samples.length == 0) {
                    throw new IOException("The sound ends before its end");
                }
                at += samples.length;
                progress.accept((double) at / speech.samples());
                var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asShortBuffer().put(samples);
                return bytes.array();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
