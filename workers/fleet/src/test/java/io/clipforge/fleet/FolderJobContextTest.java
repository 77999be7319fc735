package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.jobs.Waveform;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderJobContextTest {
    @TempDir Path folder;

    @Test
    void whatIsStoredCanBeFetched() throws Exception {
        var context = new FolderJobContext(folder, "assets/1/");
        var file = Files.writeString(folder.resolve("a.txt"), "hello");

        var key = context.store("a.txt", file, "text/plain");

        assertEquals("assets/1/a.txt", key);
        assertEquals("hello", Files.readString(context.fetch(key)));
        assertThrows(FileNotFoundException.class, () -> context.fetch("assets/2/a.txt"));
    }

    @Test
    void documentsSurviveTheRoundTrip() throws Exception {
        var context = new FolderJobContext(folder, "assets/1/");
        var waveform = new Waveform(100, List.of(0.0, 0.5, 1.0));

        var key = context.write("waveform.json", waveform);

        assertEquals(waveform, context.read(key, Waveform.class));
    }
}
