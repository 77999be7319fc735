package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.media.FfmpegSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FfmpegFactoryTest {
    @Test
    void theBundledProgramsAreTheDefault() {
        var configuration = new FfmpegFactory.Configuration(null, null, null);

        assertEquals(FfmpegSettings.bundled(), configuration.settings());
    }

    @Test
    void theOperatorMayNameOthers() {
        var configuration = new FfmpegFactory.Configuration("/opt/ffmpeg", "/opt/ffprobe", 0L);

        var settings = configuration.settings();

        assertEquals(Path.of("/opt/ffmpeg"), settings.ffmpeg());
        assertEquals(Path.of("/opt/ffprobe"), settings.ffprobe());
        assertEquals(0, settings.addressSpaceBytes());
    }

    @Test
    void oneProgramWithoutTheOtherIsAMistake() {
        var configuration = new FfmpegFactory.Configuration("/opt/ffmpeg", null, null);

        assertThrows(IllegalArgumentException.class, configuration::settings);
    }
}
