package io.clipforge.speech.mel;

import static io.clipforge.speech.Fixtures.greatestDifference;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogMelTest {

    @ParameterizedTest
    @ValueSource(ints = {80, 128})
    void theSpectrogramIsTheReferences(int bins) {
        var expected = Fixtures.npy("mel-" + bins + ".npy");

        var actual = new LogMel(bins).of(Fixtures.sound(1));

        assertArrayEquals(expected.shape(), new int[] {actual.bins(), actual.frames()});
        double difference = greatestDifference(expected.values(), actual.values());
        System.out.println("log-mel, " + bins + " bins: greatest difference " + difference);
        assertTrue(difference <= 1e-4, () -> "differs by " + difference);
    }

    @Test
    void aStreamedPictureIsTheSameAsTheWholeOne() {
        var samples = Fixtures.sound(61.7);
        var mel = new LogMel(80);

        var streamed = mel.stream(Samples.of(samples));

        var whole = mel.of(samples);
        assertEquals(whole.frames(), streamed.frames());
        for (int from : new int[] {0, 1, 2999, 3000, 4711, 6169, 6170, 7000}) {
            assertArrayEquals(
                    whole.window(from, 3000).values(), streamed.window(from, 3000).values());
        }
    }

    @Test
    void silenceIsTheSameEverywhere() {
        var silence = new LogMel(80).of(new float[LogMel.RATE]);

        for (float value : silence.values()) {
            assertEquals(-1.5f, value);
        }
    }

    @Test
    void aWindowBehindTheEndIsFilledWithZeros() {
        var second = new LogMel(80).of(Fixtures.sound(1));

        var window = second.window(90, 20);

        assertEquals(second.value(79, 99), window.value(79, 9));
        assertEquals(0, window.value(79, 10));
        assertEquals(0, second.window(100, 20).value(0, 0));
    }

    @Test
    void tooShortASoundIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LogMel(80).of(new float[200]));
    }
}
