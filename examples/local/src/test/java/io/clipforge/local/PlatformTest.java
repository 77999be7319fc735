package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @TempDir Path folder;

    @Test
    void itsAddressSurvivesARestart() throws Exception {
        URI before;
        try (var platform = Platform.start(folder)) {
            before = platform.url();
        }
        try (var platform = Platform.start(folder)) {
            assertEquals(before, platform.url());
        }
    }

    @Test
    void aSecondPlatformOnTheSameFolderIsRefused() throws Exception {
        try (var _ = Platform.start(folder)) {
            assertThrows(StateFolderInUse.class, () -> Platform.start(folder).close());
        }
    }
}
