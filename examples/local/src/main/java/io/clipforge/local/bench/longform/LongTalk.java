package io.clipforge.local.bench.longform;

import io.clipforge.media.WavFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.LongStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A talk again and again. */
final class LongTalk {
    private static final int BITS = 16;

    private LongTalk() {}

    /** Writes a file of so many seconds. */
    static Path write(WavFile talk, long seconds, Path file) throws IOException {
        long samples = seconds * talk.sampleRate();
        var times =
                LongStream.range(0, Math.ceilDiv(samples, talk.samples()))
                        .mapToObj(_ -> samples(talk))
                        .toList();
        var format = new AudioFormat(talk.sampleRate(), BITS, 1, true, false);
        try (var all = new SequenceInputStream(Collections.enumeration(times));
                var sound = new AudioInputStream(all, format, samples)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    private static InputStream samples(WavFile talk) {
        try {
            var input = Files.newInputStream(talk.file());
            input.skipNBytes(talk.dataOffset());
            return input;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
