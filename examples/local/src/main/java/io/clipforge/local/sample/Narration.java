package io.clipforge.local.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The whole talk as sound, with the place of every sentence and every cut in it. */
final class Narration {
    /** Cuts fall on drawn frames. */
    private static final int CUT_GRID = Frames.SAMPLES_A_DRAWING;

    private static final int PAUSE = seconds(0.4);
    private static final int LEAD_IN = seconds(0.5);

    private final short[] samples;
    private final List<Spoken> sentences;
    private final List<Take> takes;

    private Narration(short[] samples, List<Spoken> sentences, List<Take> takes) {
        this.samples = samples;
        this.sentences = List.copyOf(sentences);
        this.takes = List.copyOf(takes);
    }

    /** A sentence and where it is heard, in samples. */
    record Spoken(Line line, int start, int end) {}

    /** A shot and from when to when it is seen, in samples. */
    record Take(Shot shot, int start, int end) {}

    static Narration speak(List<Shot> shots) throws IOException, InterruptedException {
        var sound = new ArrayList<short[]>();
        var sentences = new ArrayList<Spoken>();
        var takes = new ArrayList<Take>();
        int at = LEAD_IN;
        int cut = 0;
        for (var shot : shots) {
            for (var line : shot.lines()) {
                var pcm = Flite.speak(line);
                sound.add(pcm);
                sentences.add(new Spoken(line, at, at + pcm.length));
                at += pcm.length + PAUSE;
            }
            int end = (at - PAUSE / 2) / CUT_GRID * CUT_GRID;
            takes.add(new Take(shot, cut, end));
            cut = end;
        }
        var samples = new short[cut];
        for (int i = 0; i < sound.size(); i++) {
            System.arraycopy(
                    sound.get(i), 0, samples, sentences.get(i).start(), sound.get(i).length);
        }
        return new Narration(samples, sentences, takes);
    }

    List<Spoken> sentences() {
        return sentences;
    }

    List<Take> takes() {
        return takes;
    }

    /** In samples. */
    int length() {
        return samples.length;
    }

    /** Who speaks at this sample, if anybody does. */
    Optional<Speaker> speaker(int at) {
        return sentences.stream()
                .filter(it -> it.start() <= at && at < it.end())
                .map(it -> it.line().speaker())
                .findFirst();
    }

    /** How loud it is around a sample, 0…1: what opens a mouth. */
    double loudness(int at) {
        var window = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + CUT_GRID));
        double energy = 0;
        for (var sample : window) {
            energy += (double) sample * sample;
        }
        return Math.min(1, Math.sqrt(energy / window.length) / 7_000);
    }

    byte[] littleEndian() {
        var bytes =
                ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    private static int seconds(double seconds) {
        return (int) (seconds * Flite.SAMPLE_RATE);
    }
}
