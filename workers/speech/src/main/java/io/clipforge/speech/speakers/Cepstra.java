package io.clipforge.speech.speakers;

import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.FilterBank;
import io.clipforge.speech.mel.Samples;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Mel-frequency cepstra of the frames in which somebody speaks, and only of them: of an hour of
 * speech they are 24 MB.
 */
final class Cepstra {
    private static final int SIZE = 16;

    /** Up to where a telephone hears, for there most of a voice is. */
    private static final double HIGHEST_HZ = 4000;

    private static final int BANDS = 24;
    private static final double LOWEST_HZ = 100;
    private static final double[][] COSINES = cosines();

    /** The share of frames that tell of the room rather than of a voice. */
    private static final double FAINT = 0.1;

    /** Half a minute. */
    private static final int PIECE = 3000;

    private final float[] values;
    private final int[] frames;

    /** Of the first coefficient, which is how loud a frame is. */
    private final float faintest;

    private Cepstra(float[] values, int[] frames) {
        this.values = values;
        this.frames = frames;
        faintest = quantile();
    }

    static Cepstra of(Samples sound, SpeechSpans speech) {
        var bank = new FilterBank(BANDS, LOWEST_HZ, HIGHEST_HZ);
        int all = FilterBank.frames(sound.length());
        // a span holds at most one frame more than its length
        int most = (int) Math.ceil(speech.seconds() * FilterBank.RATE) + speech.spans().size();
        var values = new float[most * SIZE];
        var frames = new int[most];
        int count = 0;
        for (var span : speech.spans()) {
            int from = Math.min(all, Frames.at(span.start()));
            int to = Math.min(all, Frames.at(span.end()));
            for (int first = from; first < to; first += PIECE) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("nobody waits for speakers any more");
                }
                int length = Math.min(PIECE, to - first);
                var logs = bank.logs(sound, first, length);
                for (int i = 0; i < length; i++) {
                    frames[count] = first + i;
                    transform(logs, i * BANDS, values, SIZE * count++);
                }
            }
        }
        return new Cepstra(Arrays.copyOf(values, count * SIZE), Arrays.copyOf(frames, count));
    }

    int size() {
        return SIZE;
    }

    /** How many frames somebody speaks in. */
    int count() {
        return frames.length;
    }

    float value(int index, int coefficient) {
        return values[index * SIZE + coefficient];
    }

    /** Which of all frames of the sound it is. */
    int frame(int index) {
        return frames[index];
    }

    /** Whether a frame is among the quietest. */
    boolean faint(int index) {
        return value(index, 0) < faintest;
    }

    /** Whether no silence lies before a frame. */
    boolean follows(int index) {
        return frames[index] == frames[index - 1] + 1;
    }

    private float quantile() {
        var loudness = new float[frames.length];
        for (int i = 0; i < loudness.length; i++) {
            loudness[i] = value(i, 0);
        }
        Arrays.sort(loudness);
        return loudness.length == 0 ? 0 : loudness[(int) (FAINT * (loudness.length - 1))];
    }

    private static void transform(float[] logs, int from, float[] values, int to) {
        for (int k = 0; k < SIZE; k++) {
            double sum = 0;
            for (int band = 0; band < BANDS; band++) {
                sum += COSINES[k][band] * logs[from + band];
            }
            values[to + k] = (float) sum;
        }
    }

    /** The second kind, orthonormal. */
    private static double[][] cosines() {
        var cosines = new double[SIZE][BANDS];
        for (int k = 0; k < SIZE; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / BANDS);
            for (int band = 0; band < BANDS; band++) {
                cosines[k][band] = scale * Math.cos(Math.PI * k * (band + 0.5) / BANDS);
            }
        }
        return cosines;
    }
}
