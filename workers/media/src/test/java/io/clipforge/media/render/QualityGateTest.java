package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.Loudness.Measured;
import io.clipforge.media.reframe.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityGateTest {
    private static final Size FRAME = new Size(1080, 1920);
    private static final String ENCODING = "h264 High yuv420p, aac";
    private static final Measured LOUD = new Measured(-14.6, -1.0, 3);

    private final QualityGate gate =
            new QualityGate(new Timeline(0, new FrameRate(25, 1), 100), FRAME, false);

    @Test
    void aGoodFilePasses() {
        assertEquals(List.of(), gate.flaws(file(4.0, 4.02, LOUD)));
        assertEquals(List.of(), gate.flaws(file(4.04, 4.0, LOUD)));
    }

    @Test
    void aWrongLengthIsToldInSeconds() {
        assertEquals(List.of("it lasts 4.080 s, not 4.000 s"), gate.flaws(file(4.08, 4.08, LOUD)));
    }

    @Test
    void soundMustEndWithThePicture() {
        assertEquals(List.of("picture 4.000 s, sound 4.050 s"), gate.flaws(file(4.0, 4.05, LOUD)));
    }

    @Test
    void soundMustBeLoudEnoughAndKeepBelowThePeak() {
        assertEquals(
                List.of("its loudness is -15.100 LUFS", "its true peak is -0.900 dBTP"),
                gate.flaws(file(4.0, 4.0, new Measured(-15.1, -0.9, 3))));
    }

    @Test
    void silenceNeedNotBeLoud() {
        var silent = new QualityGate(gate.timeline(), FRAME, true);
        assertEquals(List.of(), silent.flaws(file(4.0, 4.0, new Measured(-70, -120, 0))));
    }

    @Test
    void sizeEncodingAndIndexAreChecked() {
        var file =
                new FinishedFile(
                        new Size(1080, 1918), 4, 4, 100, "h264 Main yuv420p, aac", false, LOUD, 1);
        assertEquals(
                List.of(
                        "its size is Size[width=1080, height=1918] instead of " + FRAME,
                        "it is encoded as h264 Main yuv420p, aac",
                        "its index lies at its end"),
                gate.flaws(file));
    }

    private static FinishedFile file(double video, double audio, Measured loudness) {
        return new FinishedFile(FRAME, video, audio, 100, ENCODING, true, loudness, 1);
    }
}
