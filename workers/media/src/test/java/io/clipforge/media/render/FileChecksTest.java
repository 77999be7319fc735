package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.Loudness.Course;
import io.clipforge.media.Loudness.Measured;
import io.clipforge.media.quality.Check;
import io.clipforge.media.quality.Glimpses;
import io.clipforge.media.quality.QualityReport;
import io.clipforge.media.reframe.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileChecksTest {
    private static final Size FRAME = new Size(1080, 1920);
    private static final Timeline TIMELINE = new Timeline(0, new FrameRate(25, 1), 100);
    private static final Course SOUND = new Course(new Measured(-14, -2, 3), List.of());

    @Test
    void aGoodFilePasses() {
        assertEquals(List.of(), failed(file(4.0, 4.02)));
        assertEquals(List.of(), failed(file(4.04, 4.0)));
    }

    @Test
    void aWrongLengthIsTold() {
        assertEquals(
                List.of("Its length is 80 ms off what was asked for."), failed(file(4.08, 4.08)));
    }

    @Test
    void soundMustEndWithThePicture() {
        assertEquals(List.of("Picture and sound are 50 ms apart."), failed(file(4.0, 4.05)));
    }

    @Test
    void everyFaultOfItsFormIsNamed() {
        var file =
                new FinishedFile(
                        new Size(1080, 1918),
                        4,
                        4,
                        0,
                        100,
                        "h264 Main yuv420p, aac",
                        false,
                        frames(false),
                        SOUND,
                        1);
        assertEquals(
                List.of(
                        "The file is not as players expect it: it measures 1080 × 1918 instead of"
                                + " 1080 × 1920, it is encoded as h264 Main yuv420p, aac,"
                                + " its index lies at its end, its frames are out of order."),
                failed(file));
    }

    private static List<String> failed(FinishedFile file) {
        return new QualityReport(new FileChecks(Reel.of(TIMELINE), FRAME, file).checks())
                .failed().stream().map(Check::finding).toList();
    }

    private static FinishedFile file(double video, double audio) {
        return new FinishedFile(
                FRAME,
                video,
                audio,
                0,
                100,
                "h264 High yuv420p, aac",
                true,
                frames(true),
                SOUND,
                1);
    }

    private static KeyFrames frames(boolean inOrder) {
        return new KeyFrames(inOrder, List.of(), new Glimpses(List.of()));
    }
}
