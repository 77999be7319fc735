package io.clipforge.speech.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Fixtures;
import io.clipforge.speech.mel.LogMel;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TemperatureLadderTest {
    private static final TemperatureLadder LADDER = TemperatureLadder.usual();

    @Test
    void aSureTextIsTaken() {
        assertFalse(LADDER.isToBeRepeated(decoded("And so my fellow Americans", -0.2, 0.1)));
    }

    @Test
    void aGuessIsTriedAgain() {
        assertTrue(LADDER.isToBeRepeated(decoded("And so my fellow Americans", -1.2, 0.1)));
    }

    @Test
    void aTextThatGoesRoundInCirclesIsTriedAgain() {
        var circles = decoded("thank you ".repeat(20), -0.1, 0.1);

        assertTrue(circles.compressionRatio() > 2.4);
        assertTrue(LADDER.isToBeRepeated(circles));
    }

    @Test
    void aGuessInSilenceIsNotTriedAgain() {
        var guess = decoded("Thanks for watching!", -1.2, 0.7);

        assertTrue(LADDER.isSilence(guess));
        assertFalse(LADDER.isToBeRepeated(guess));
    }

    @Test
    void aSureTextIsNoSilence() {
        assertFalse(LADDER.isSilence(decoded("Hush.", -0.5, 0.9)));
    }

    @Test
    void whatIsNeverSureIsDrawnHotterUntilTheEnd() throws IOException {
        var never = new TemperatureLadder(List.of(0.4, 0.8), 2.4, 0, 1);
        try (var model = Fixtures.model("bins80");
                var sound =
                        model.encoder().encode(List.of(new LogMel(80).of(Fixtures.sound(30))))) {
            var decoder = new WindowDecoder(model);
            var options = DecodingOptions.in("en").withMaxTokens(10);

            var last = never.decode(decoder, sound, options, new SplittableRandom(0));
            var first =
                    TemperatureLadder.none()
                            .decode(decoder, sound, options, new SplittableRandom(0));

            assertEquals(0.8, last.temperature());
            assertEquals(decoder.decode(sound, options).getFirst(), first);
        }
    }

    private static Decoded decoded(String text, double logProbability, double noSpeech) {
        return new Decoded(List.of(), text, logProbability, noSpeech, 0);
    }
}
