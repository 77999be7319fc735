package io.clipforge.speech.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 513, 51_865})
    void theSumOfScoresIsWhatTheDefinitionSays(int count) {
        var random = new Random(count);
        var scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = (float) (10 * random.nextGaussian());
        }

        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score);
        }
        assertEquals(Math.log(sum), Scores.logSum(scores, 0, count), 1e-8);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1000, 0, 1000})
    void whatIsForbiddenOrFarBelowAddsNothing(float greatest) {
        var scores = new float[51_865];
        Arrays.fill(scores, Scores.FORBIDDEN);
        scores[3] = greatest;
        scores[700] = greatest - 100;

        assertEquals(greatest, Scores.logSum(scores, 0, scores.length), 1e-12);
    }
}
