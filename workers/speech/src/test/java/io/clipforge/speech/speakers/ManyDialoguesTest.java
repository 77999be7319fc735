package io.clipforge.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Talk;
import io.clipforge.speech.activity.EnergyDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Dialogues of one to four of flite's voices, each in an order of its own, with interruptions and
 * short answers, in noise, half of them on the telephone. Overlap counts and there is no collar.
 */
class ManyDialoguesTest {
    private static final int DIALOGUES = 12;
    private static final int SENTENCES = 16;
    private static final double CHANGES = 0.75;
    private static final double INTERRUPTS = 0.15;
    private static final List<String> VOICES = List.of("rms", "slt", "awb", "kal16");
    private static final List<String> TEXTS =
            List.of(
                    "Yes.",
                    "Of course.",
                    "I do not think so.",
                    "What do you mean by that?",
                    "It was last Friday evening.",
                    "The harbour was quiet that morning, and nobody had slept.",
                    "Who would have thought of going out in such a weather?",
                    "The boats came back before noon. There was no fish at all.",
                    "That is what I told them. But nobody ever listens to me.",
                    "Well, it depends on how many people come along.",
                    "My brother used to work there, until the factory was closed.",
                    "And when the summer came, the children swam to the other side.",
                    "You can take the second street on the left, and then ask again.",
                    "Honestly, I would rather stay at home and cook something.");

    @Test
    void mostOfManyDialoguesIsRight() {
        var rates = new double[DIALOGUES];
        int counted = 0;
        for (int i = 0; i < DIALOGUES; i++) {
            var talk = dialogue(new Random(i), i % 4 + 1, i % 8 > 3);
            var sound = talk.sound();
            var found =
                    new CepstralDiarizer().diarize(sound, new EnergyDetector().detect(sound), null);
            var reference = reference(talk);
            rates[i] = DiarizationError.of(reference, found.turns(), 0).rate();
            int speakers = new Diarization(reference).speakers().size();
            counted += found.speakers().size() == speakers ? 1 : 0;
        }
        Arrays.sort(rates);
        double mean = Arrays.stream(rates).average().orElseThrow();
        System.out.printf(
                "DER of %d dialogues: mean %.1f %%, median %.1f %%, greatest %.1f %%; number of"
                        + " speakers right in %d%n",
                DIALOGUES,
                100 * mean,
                100 * rates[DIALOGUES / 2],
                100 * rates[DIALOGUES - 1],
                counted);

        assertTrue(mean < 0.2, () -> Arrays.toString(rates));
        assertTrue(counted >= DIALOGUES / 2);
    }

    private static Talk dialogue(Random random, int speakers, boolean telephone) {
        var voices = new ArrayList<>(VOICES);
        Collections.shuffle(voices, random);
        var talk = new Talk().pause(1);
        int now = 0;
        for (int i = 0; i < SENTENCES; i++) {
            int next = random.nextDouble() < CHANGES ? random.nextInt(speakers) : now;
            var text = TEXTS.get(random.nextInt(TEXTS.size()));
            if (next != now && random.nextDouble() < INTERRUPTS) {
                talk.interrupts(voices.get(next), text, 0.5 * random.nextDouble());
            } else {
                talk.pause(0.1 + 0.5 * random.nextDouble()).says(voices.get(next), text);
            }
            now = next;
        }
        talk.pause(1).noise(-36 - 16 * random.nextDouble());
        return telephone ? talk.telephone() : talk;
    }

    private static List<Turn> reference(Talk talk) {
        return talk.said().stream().map(it -> new Turn(it.voice(), it.start(), it.end())).toList();
    }
}
