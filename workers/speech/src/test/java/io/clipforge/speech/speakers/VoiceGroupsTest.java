package io.clipforge.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoiceGroupsTest {
    private static final int SIZE = 64;
    private static final int HALF_AN_HOUR = 2400;

    private final Random random = new Random(5);

    @Test
    void voicesAreAsManyAsAreHeard() {
        assertArrayEquals(new int[] {0, 0, 1, 0, 1, 1, 2, 0, 2, 2}, said("aababbcacc", null));
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0}, said("aaaaaa", null));
    }

    @Test
    void voicesAreAsManyAsAreTold() {
        assertArrayEquals(new int[] {0, 0, 1, 0, 1, 1, 2, 0, 2, 2}, said("aababbcacc", 3));
        assertEquals(2, count(said("aababbcacc", 2)));
        assertEquals(1, count(said("aababbcacc", 1)));
        assertEquals(4, count(said("aabb", 4)));
    }

    @Test
    void aMomentIsNoVoice() {
        assertEquals(2, count(said("aaaxbbbb", null)));
        assertEquals(2, count(said("aaaxbbbb", 2)));
        assertArrayEquals(new int[] {0, 1}, said("ab", null));
    }

    @Test
    void whereNobodySpeaksThereIsNoVoice() {
        assertArrayEquals(new int[0], said("", null));
        assertArrayEquals(new int[0], said("", 2));
    }

    @Test
    void manyWindowsArePutTogetherPieceByPiece() {
        var text = new StringBuilder();
        IntStream.range(0, HALF_AN_HOUR).forEach(i -> text.append("abcd".charAt(i / 7 % 4)));
        long begin = System.nanoTime();

        var told = said(text.toString(), null);

        System.out.printf("half an hour in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        assertEquals(4, count(told));
        for (int i = 0; i < HALF_AN_HOUR; i++) {
            assertEquals(i / 7 % 4, told[i], "window " + i);
        }
    }

    private static long count(int[] voices) {
        return Arrays.stream(voices).distinct().count();
    }

    /** Voices by numbers in the order in which they are heard. */
    private int[] said(String voices, @Nullable Integer speakers) {
        var windows = new ArrayList<VoiceWindow>();
        for (int i = 0; i < voices.length(); i++) {
            windows.add(new VoiceWindow(75 * i, 75 * i + 150, near(voices.charAt(i))));
        }
        var numbers = VoiceGroups.of(windows, speakers);
        var order = Arrays.stream(numbers).distinct().boxed().toList();
        return Arrays.stream(numbers).map(order::indexOf).toArray();
    }

    /** Cosine of two of one voice about 0.7, of two voices about 0. */
    private float[] near(int voice) {
        var own = new Random(voice);
        var values = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = own.nextGaussian() + 0.65 * random.nextGaussian();
        }
        double length = Math.sqrt(Arrays.stream(values).map(it -> it * it).sum());
        var unit = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return unit;
    }
}
