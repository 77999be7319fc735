package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.sdk.ClipForge;
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
    void itsKeysSurviveARestartAndAreMintedAgainWhenTheyWereRevoked() throws Exception {
        String live;
        try (var platform = Platform.start(folder)) {
            live = platform.apiKey(Environment.LIVE);
            assertNotEquals(live, platform.apiKey(Environment.TEST));
        }
        try (var platform = Platform.start(folder)) {
            assertEquals(live, platform.apiKey(Environment.LIVE));
            var client =
                    ClipForge.builder().baseUrl(platform.url().toString()).apiKey(live).build();
            assertEquals("This machine", client.organization().get().getName());
            client.apiKeys().list().stream().forEach(it -> client.apiKeys().revoke(it.getId()));
            assertNotEquals(live, platform.apiKey(Environment.LIVE));
        }
    }

    @Test
    void aSecondPlatformOnTheSameFolderIsRefused() throws Exception {
        try (var _ = Platform.start(folder)) {
            assertThrows(StateFolderInUse.class, () -> Platform.start(folder).close());
        }
    }
}
