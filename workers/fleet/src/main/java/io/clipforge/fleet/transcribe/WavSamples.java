package io.clipforge.fleet.transcribe;

import io.clipforge.media.WavFile;
import io.clipforge.speech.mel.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file as those who listen want it, read piece by piece. */
record WavSamples(WavFile file) implements Samples {
    private static final float FULL_SCALE = 32768;

    @Override
    public long length() {
        return file.samples();
    }

    @Override
    public float[] read(long from, int count) {
        try {
            var read = file.read(from, count);
            var samples = new float[count];
            for (int i = 0; i < read.length; i++) {
                samples[i] = read[i] / FULL_SCALE;
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
