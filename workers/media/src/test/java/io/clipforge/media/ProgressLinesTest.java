package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    @Test
    void progressNeverGoesBack() {
        var progress = new ArrayList<Double>();
        var lines = ProgressLines.ofTime(Duration.ofSeconds(4), progress::add);
        List.of("out_time_us=N/A", "out_time_us=3000000", "frame=1", "out_time_us=1000000")
                .forEach(lines);
        assertEquals(List.of(0.75, 0.75), progress);
        assertEquals(Duration.ofSeconds(3), lines.written());
    }

    @Test
    void framesCountWhereTheTimeIsThatOfAnotherOutput() {
        var progress = new ArrayList<Double>();
        var lines = ProgressLines.ofFrames(200, progress::add);
        List.of("frame=50", "out_time_us=8000000", "frame=210").forEach(lines);
        assertEquals(List.of(0.25, 1.0), progress);
    }
}
