package io.clipforge.models.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechOfferTest {
    private static final boolean TERMINAL = true;
    private static final boolean PIPE = false;

    @TempDir Path folder;

    @Test
    void whoSaysYesHasTheModelBeforeAnythingStarts() throws Exception {
        var seat = new Seat(folder, TERMINAL).answering("y");

        var said = seat.offer(seat.carried(), false);

        assertTrue(said.contains("Fetch small (1 MB, MIT)"), said);
        assertTrue(seat.has("small"));
    }

    @Test
    void whoSaysNoOrNothingHasNot() throws Exception {
        var seat = new Seat(folder, TERMINAL).answering("").answering("no");

        for (int i = 0; i < 3; i++) {
            seat.offer(seat.carried(), false);
        }

        assertFalse(seat.has("small"));
    }

    @Test
    void whereNobodyCanBeAskedALineSaysHowToGetIt() throws Exception {
        var seat = new Seat(folder, PIPE);

        var said = seat.offer(Seat.NOWHERE, false);

        assertEquals(
                "Speech is recognised by PocketSphinx, which knows clear English only;"
                        + " ./clipforge models pull whisper fetches small (1 MB, MIT).\n",
                said);
        assertFalse(seat.has("small"));
    }

    @Test
    void aYesInAdvanceCountsThereAsWell() throws Exception {
        var seat = new Seat(folder, PIPE);

        seat.offer(seat.carried(), true);

        assertTrue(seat.has("small"));
    }

    @Test
    void withoutANetworkItIsOnePlainLineAndNoQuestion() throws Exception {
        var seat = new Seat(folder, TERMINAL).answering("y");

        assertEquals(
                "Speech is recognised by PocketSphinx, which knows clear English only, since"
                        + " nobody.invalid cannot be reached for a better model.\n",
                seat.offer(Seat.NOWHERE, false));
    }

    @Test
    void whereThereIsAModelNothingIsSaid() throws Exception {
        var seat = new Seat(folder, PIPE);
        seat.offer(seat.carried(), true);

        assertEquals("", new Seat(folder, PIPE).offer(seat.carried(), false));
    }
}
