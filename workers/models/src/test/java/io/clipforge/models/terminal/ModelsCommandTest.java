package io.clipforge.models.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir Path folder;
    private Seat seat;

    @BeforeEach
    void sit() throws IOException {
        seat = new Seat(folder, false);
    }

    @Test
    void theListSaysWhatIsInstalledWhatSuitsAndWhatIsPinned() throws Exception {
        seat.models("pull", "small");
        assertEquals(0, seat.models("list"));

        assertTrue(line("small").matches("\\*> small +1 MB +MIT +pinned +hears"), line("small"));
        assertTrue(line("large").matches(" {3}large +1 MB +MIT +declared +hears"), line("large"));
    }

    @Test
    void whatIsPulledIsSaidToBeVerified() throws Exception {
        assertEquals(0, seat.models("pull", "small"));
        assertTrue(seat.has("small"));
        assertTrue(seat.printed().contains("3 bytes came, verified (pinned)."), seat::printed);

        assertEquals(0, seat.models("pull", "small"));
        assertTrue(
                seat.printed().contains("small is here already, and verified (pinned)."),
                seat::printed);
    }

    @Test
    void theBestOfAKindIsPulledByTheNameOfTheKind() throws Exception {
        assertEquals(0, seat.models("pull", "whisper"));

        assertTrue(seat.has("small"));
    }

    @Test
    void aModelThatIsTooLargeForTheMachineComesWithAWarning() throws Exception {
        assertEquals(0, seat.models("pull", "large"));

        assertTrue(seat.printed().contains("takes about 1000000 MiB of memory"), seat::printed);
    }

    @Test
    void anotherPlaceMayBeNamed() throws Exception {
        var elsewhere = Files.createDirectories(folder.resolve("usb/small"));
        Files.writeString(elsewhere.resolve("a.onnx"), "abd");

        assertEquals(1, seat.models("pull", "small", "--from", folder.resolve("usb").toString()));
        assertTrue(seat.printed().contains("a.onnx is not what it should be"), seat::printed);
        assertFalse(seat.has("small"));

        Files.writeString(elsewhere.resolve("a.onnx"), "abc");
        var url = folder.resolve("usb").toUri().toString();
        assertEquals(0, seat.models("pull", "small", "--mirror", url));
        assertTrue(seat.has("small"));
    }

    @Test
    void withoutANetworkItSaysWhatWorksWithout() throws Exception {
        assertEquals(1, seat.models("pull", "small", "--from", "https://nobody.invalid"));

        var said = seat.printed();
        assertTrue(said.contains("nobody.invalid cannot be reached"), said);
        assertTrue(said.contains("Without it everything works, only less well"), said);
        assertTrue(said.contains("./clipforge models pull small --from FOLDER"), said);
    }

    @Test
    void whatWasChangedIsFoundOut() throws Exception {
        seat.models("pull", "small", "large");
        assertEquals(0, seat.models("verify"));
        assertTrue(line("small:").endsWith("its file is what it should be (pinned)"));
        assertTrue(line("large:").endsWith("its file is what it should be (as first seen)"));

        Files.writeString(seat.file("large"), "abd");
        assertEquals(1, seat.models("verify"));
        assertTrue(line("large: a").contains("is not what it should be: SHA-256"), seat::printed);
        assertEquals(0, seat.models("verify", "small"));
    }

    @Test
    void whatIsMissingIsSaidWhereItWasNamed() throws Exception {
        assertEquals(0, seat.models("verify"));
        assertTrue(seat.printed().startsWith("No model is installed in"), seat::printed);

        assertEquals(1, seat.models("verify", "small"));
        assertTrue(seat.printed().contains("small: a.onnx is missing"), seat::printed);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithASentence() throws Exception {
        for (var wrong :
                List.of(
                        new String[] {"pull"},
                        new String[] {"pull", "smal"},
                        new String[] {"pull", "small", "--from"},
                        new String[] {"push", "small"},
                        new String[] {"list", "--all"})) {
            assertEquals(64, seat.models(wrong), String.join(" ", wrong));
        }
        assertTrue(seat.printed().contains("there is no model 'smal'"), seat::printed);
    }

    @Test
    void helpHelps() throws Exception {
        assertEquals(0, seat.models());
        assertEquals(0, seat.models("--help"));
        assertTrue(seat.printed().contains("./clipforge models pull NAME"), seat::printed);
    }

    private String line(String with) {
        return seat.printed()
                .lines()
                .filter(it -> it.contains(with) && !it.startsWith("Fetching"))
                .filter(it -> !it.contains(" is in ") && !it.contains("takes about"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
