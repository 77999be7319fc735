package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final Program SHELL = new Program(Path.of("/bin/sh"));

    @Test
    void whatItSaidAboutItsWorkIsReturned() throws Exception {
        var log = SHELL.run(List.of("-c", "echo much; echo done >&2"), Limits.glance());

        assertEquals("done", log);
    }

    @Test
    void aBadEndIsAnException() {
        var thrown =
                assertThrows(
                        MediaException.class,
                        () ->
                                SHELL.run(
                                        List.of("-c", "echo no model >&2; exit 3"),
                                        Limits.glance()));

        assertEquals("no model", thrown.log());
    }

    @Test
    void itIsStoppedWhenItsTimeIsOver() {
        var limits = Limits.glance().withWall(Duration.ofMillis(200));

        var thrown =
                assertThrows(
                        MediaException.class,
                        () -> SHELL.run(List.of("-c", "while :; do :; done"), limits));

        assertEquals(MediaException.Reason.TIMED_OUT, thrown.reason());
    }

    @Test
    void aProgramThatIsNotInstalledIsNotFound() {
        assertTrue(Program.find("no-such-program").isEmpty());
        assertTrue(Program.find("setsid").isPresent());
    }
}
