package io.clipforge.speech.mel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10, 30, 64, 120, 400, 512})
    void powerIsWhatTheDefinitionSays(int length) {
        var random = new Random(length);
        var samples = random.doubles(length, -1, 1).toArray();
        var power = new double[length / 2 + 1];

        new Fourier(length).power(samples, power);

        for (int k = 0; k <= length / 2; k++) {
            assertEquals(byDefinition(samples, k), power[k], 1e-9, "frequency " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 7, 14, 401})
    void lengthsWithOtherFactorsAreRefused(int length) {
        assertThrows(IllegalArgumentException.class, () -> new Fourier(length));
    }

    private static double byDefinition(double[] samples, int k) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            double angle = -2 * Math.PI * k * i / samples.length;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return real * real + imaginary * imaginary;
    }
}
