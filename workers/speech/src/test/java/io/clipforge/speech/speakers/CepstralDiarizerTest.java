package io.clipforge.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Talk;
import io.clipforge.speech.activity.EnergyDetector;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CepstralDiarizerTest {
    private static final int SENTENCES = 80;
    private static final List<String> THINGS =
            List.of(
                    "harbour",
                    "garden",
                    "station",
                    "kitchen",
                    "mountain",
                    "letter",
                    "engine",
                    "market",
                    "window",
                    "village",
                    "orchestra");
    private static final List<String> DEEDS =
            List.of(
                    "was closed for",
                    "belonged to",
                    "reminded us of",
                    "was older than",
                    "never needed",
                    "changed everything about",
                    "was painted before");

    @Test
    void twoVoicesAreToldApart() {
        var talk = dialogue("rms", "slt").noise(-50);

        assertDiarized(talk, null, 2, 0.2);
        assertDiarized(talk, 2, 2, 0.2);
    }

    @Test
    void twoVoicesAreToldApartOnTheTelephone() {
        assertDiarized(dialogue("awb", "slt").noise(-50).telephone(), null, 2, 0.2);
    }

    @Test
    void threeVoicesAreToldApart() {
        var talk =
                dialogue("rms", "slt")
                        .pause(0.5)
                        .says("kal16", "You are both wrong, my friends. The boats never went out.")
                        .pause(0.3)
                        .says("rms", "And how would you know that? You were asleep all morning.")
                        .pause(0.2)
                        .says("kal16", "I saw them from my window, three of them, and a ferry.")
                        .noise(-50);

        assertDiarized(talk, 3, 3, 0.25);
    }

    @Test
    void oneVoiceIsOneSpeaker() {
        assertDiarized(dialogue("rms", "rms").noise(-50), null, 1, 0.1);
    }

    @Test
    void labelsAreInTheOrderOfFirstSpeech() {
        var turns = diarize(dialogue("slt", "awb").noise(-50), null).turns();

        assertEquals("speaker_1", turns.getFirst().speaker());
        assertEquals(List.of("speaker_1", "speaker_2"), new Diarization(turns).speakers());
    }

    @Test
    void aLongTalkIsPutTogetherPieceByPiece() {
        var talk = new Talk();
        for (int i = 0; i < SENTENCES; i++) {
            talk.says(i % 2 == 0 ? "rms" : "slt", sentence(i)).pause(0.4);
        }
        talk.noise(-50);
        long begin = System.nanoTime();

        var found = diarize(talk, 2);

        double seconds = (System.nanoTime() - begin) / 1e9;
        var error = DiarizationError.of(reference(talk), found.turns(), 0);
        System.out.printf(
                "diarization, %.0f s of talk in %.1f s: %s%n",
                (double) talk.sound().length() / LogMel.RATE, seconds, error);
        assertEquals(2, found.speakers().size());
        assertTrue(error.rate() < 0.2, error::toString);
    }

    @Test
    void whereNobodySpeaksThereIsNoSpeaker() {
        var silence = Samples.of(new float[LogMel.RATE]);

        var found = new CepstralDiarizer().diarize(silence, new SpeechSpans(List.of()), 2);

        assertEquals(List.of(), found.turns());
    }

    @Test
    void noSpeakersAreRefused() {
        var talk = new Talk().pause(1);
        assertThrows(IllegalArgumentException.class, () -> diarize(talk, 0));
    }

    @Test
    void anInterruptEndsIt() {
        var talk = dialogue("rms", "slt");
        var speech = new EnergyDetector().detect(talk.sound());
        Thread.currentThread().interrupt();
        try {
            assertThrows(
                    CancellationException.class,
                    () -> new CepstralDiarizer().diarize(talk.sound(), speech, null));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    /** None is said twice. */
    private static String sentence(int i) {
        return "The %s %s the %s, and nobody knew why."
                .formatted(
                        THINGS.get(i % THINGS.size()),
                        DEEDS.get(i % DEEDS.size()),
                        THINGS.get((i + i / THINGS.size() + 1) % THINGS.size()));
    }

    private static void assertDiarized(
            Talk talk, @Nullable Integer given, int speakers, double most) {
        var found = diarize(talk, given);

        var error = DiarizationError.of(reference(talk), found.turns(), 0);
        System.out.println("diarization, " + speakers + " of flite's voices: " + error);
        assertEquals(speakers, found.speakers().size(), () -> found.turns().toString());
        assertTrue(error.rate() < most, error::toString);
    }

    private static Diarization diarize(Talk talk, @Nullable Integer speakers) {
        var speech = new EnergyDetector().detect(talk.sound());
        return new CepstralDiarizer().diarize(talk.sound(), speech, speakers);
    }

    private static List<Turn> reference(Talk talk) {
        return talk.said().stream().map(it -> new Turn(it.voice(), it.start(), it.end())).toList();
    }

    /** Half a minute. */
    private static Talk dialogue(String one, String other) {
        return new Talk()
                .pause(1)
                .says(one, "The harbour was quiet that morning, and nobody had slept.")
                .pause(0.3)
                .says(other, "Who would have thought of going out in such a weather?")
                .pause(0.4)
                .says(one, "The boats came back before noon. There was no fish at all.")
                .pause(0.2)
                .says(other, "That is what I told them. But nobody ever listens to me.")
                .interrupts(one, "Well, it depends on how many people come along.", 0.4)
                .pause(0.6)
                .says(other, "My brother used to work there, until the factory was closed.")
                .pause(0.3)
                .says(one, "And when the summer came, the children swam to the other side.")
                .pause(0.5)
                .says(other, "I have been reading about whales, and how they talk at night.")
                .pause(1);
    }
}
