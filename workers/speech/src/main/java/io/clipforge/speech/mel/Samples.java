package io.clipforge.speech.mel;

import java.util.Arrays;

/** Sound, mono, 16 kHz, -1 to 1, of which a piece at a time is in memory. */
public interface Samples {
    long length();

    /**
     * @param from first sample, not negative
     * @param count so many that {@code from + count} is not behind the end
     */
    float[] read(long from, int count);

    static Samples of(float[] all) {
        return new Samples() {
            @Override
            public long length() {
                return all.length;
            }

            @Override
            public float[] read(long from, int count) {
                return Arrays.copyOfRange(all, (int) from, (int) from + count);
            }
        };
    }
}
