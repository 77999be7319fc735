package io.clipforge.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void aPlaceIsAMirrorOrAFolder() {
        assertEquals(
                new Place.Mirror(URI.create("https://models.example/x")),
                Place.of("https://models.example/x"));
        assertEquals(new Place.Folder(Path.of("/media/usb")), Place.of("/media/usb"));
        assertEquals(new Place.Folder(Path.of("/media/usb")), Place.of("file:///media/usb"));
    }

    @Test
    void theEnvironmentNamesAMirrorOrAnotherHub() {
        assertEquals(
                new Place.Publishers(URI.create("https://huggingface.co"), null),
                Place.of(Map.of()));
        assertEquals(
                new Place.Publishers(URI.create("https://hub.example"), "t"),
                Place.of(Map.of("HF_ENDPOINT", "https://hub.example", "HF_TOKEN", "t")));
        assertEquals(
                new Place.Mirror(URI.create("http://mirror.example")),
                Place.of(
                        Map.of(
                                Place.MIRROR,
                                "http://mirror.example",
                                "HF_ENDPOINT",
                                "https://hub.example")));
    }
}
