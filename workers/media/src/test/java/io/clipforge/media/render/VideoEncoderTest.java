package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.reframe.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoEncoderTest {
    private final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    @Test
    void theChosenEncoderWorksAndGivesHighProfile(@TempDir Path folder) throws Exception {
        var encoder = VideoEncoder.choose(ffmpeg);
        var file =
                new SampleMedia(ffmpeg, folder)
                        .make(
                                "chosen.mp4",
                                List.of("-f", "lavfi", "-i", "testsrc2=s=320x240:d=1"),
                                encoder.arguments(new Size(320, 240), new FrameRate(25, 1)));
        var profile = List.of("-v", "error", "-show_entries", "stream=profile", "-of", "csv=p=0");
        var arguments = new ArrayList<>(profile);
        arguments.add(file.toString());
        assertEquals("High", ffmpeg.probe(arguments, Limits.glance()).output().strip());
    }

    @Test
    void anEncoderThatTheProgramLacksIsNotChosen() throws Exception {
        assertNotEquals(VideoEncoder.X264, VideoEncoder.choose(ffmpeg)); // not in an LGPL build
    }
}
