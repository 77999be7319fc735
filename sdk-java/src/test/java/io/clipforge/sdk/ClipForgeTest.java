package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipForgeTest {
    private final FakeApi api =
            new FakeApi().on("GET /v1/organization", json(200, "{\"id\":\"org_1\"}"));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void keyAndAddressComeFromTheEnvironment() {
        Map<String, String> variables =
                Map.of("CLIPFORGE_API_KEY", "cf_test_env\n", "CLIPFORGE_BASE_URL", api.url() + "/");
        ClipForge client = ClipForge.builder().environment(variables::get).build();

        assertEquals("org_1", client.organization().get().getId());
        assertEquals("Bearer cf_test_env", api.seen.get(0).header("Authorization"));
    }

    @Test
    void theClientIntroducesItself() {
        api.client().organization().get();

        String agent = api.seen.get(0).header("User-Agent");
        assertTrue(
                agent.matches("clipforge-java/[0-9]+\\.[0-9]+\\.[0-9]+\\S* \\(java .+; .+\\)"),
                agent);
    }

    @Test
    void withoutAnAddressItIsProduction() {
        ClipForge client =
                ClipForge.builder().apiKey("cf_live_1").environment(name -> null).build();

        assertEquals("ClipForge[https://api.clipforge.io]", client.toString());
    }

    @Test
    void withoutAKeyThereIsNoClient() {
        IllegalArgumentException missing =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ClipForge.builder().environment(name -> null).build());
        assertTrue(missing.toString().contains("CLIPFORGE_API_KEY"), missing.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://host", "api.clipforge.io", "https://user:secret@host", "https:///v1"})
    void anAddressThatIsNoneIsRefused(String address) {
        ClipForge.Builder builder = ClipForge.builder().apiKey("cf_live_1").baseUrl(address);

        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void anIdIsOnePathSegmentWhateverItHolds() {
        ClipForge client = api.client();

        assertThrows(
                io.clipforge.sdk.errors.NotFoundException.class,
                () -> client.projects().get("../organization?x=1"));
        assertEquals("/v1/projects/..%2Forganization%3Fx%3D1", api.seen.get(0).uri().getRawPath());
        assertThrows(IllegalArgumentException.class, () -> client.projects().delete(" "));
        assertEquals(1, api.seen.size());
    }
}
