package io.clipforge.speech.mel;

import static io.clipforge.speech.Fixtures.greatestDifference;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Fixtures;
import io.clipforge.speech.Npy;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterBankTest {
    private final FilterBank bank = new FilterBank(80, 20, 8000);

    @Test
    void itIsKaldis() throws IOException {
        Npy expected;
        try (var in = getClass().getResourceAsStream("/voices/fbank-80.npy")) {
            expected = Npy.read(Objects.requireNonNull(in));
        }
        var sound = Samples.of(Fixtures.sound(0.5));

        var actual = bank.logs(sound, 0, FilterBank.frames(sound.length()));

        assertEquals(expected.shape()[0] * expected.shape()[1], actual.length);
        double difference = greatestDifference(expected.values(), actual);
        System.out.println("filter bank: greatest difference " + difference);
        assertTrue(difference < 1e-3, () -> "differs by " + difference);
    }

    @Test
    void framesInTheMiddleAreThoseOfTheWhole() {
        var sound = Samples.of(Fixtures.sound(1));
        var whole = bank.logs(sound, 0, FilterBank.frames(sound.length()));

        var middle = bank.logs(sound, 30, 5);

        for (int i = 0; i < middle.length; i++) {
            assertEquals(whole[30 * 80 + i], middle[i]);
        }
    }

    @Test
    void whiteNoiseIsAsLoudAsExpected() {
        var random = new Random(1);
        var noise = new float[10 * LogMel.RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.01 * random.nextGaussian());
        }
        int frames = FilterBank.frames(noise.length);
        var logs = bank.logs(Samples.of(noise), 0, frames);
        var mean = new double[80];
        for (int i = 0; i < logs.length; i++) {
            mean[i % 80] += Math.exp(logs[i]) / frames;
        }

        var expected = bank.whiteNoise(0.01);

        for (int band = 0; band < 80; band++) {
            assertEquals(expected[band], Math.log(mean[band]), 0.3, "band " + band);
        }
    }

    @Test
    void onlyWholeWindowsCount() {
        assertEquals(0, FilterBank.frames(399));
        assertEquals(1, FilterBank.frames(400));
        assertEquals(1, FilterBank.frames(559));
        assertEquals(2, FilterBank.frames(560));
        assertArrayEquals(new float[0], bank.logs(Samples.of(new float[0]), 0, 0));
    }

    @Test
    void bandsThatDoNotExistAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FilterBank(80, 20, 9000));
        assertThrows(IllegalArgumentException.class, () -> new FilterBank(0, 20, 8000));
        assertThrows(IllegalArgumentException.class, () -> new FilterBank(20, 800, 800));
    }
}
