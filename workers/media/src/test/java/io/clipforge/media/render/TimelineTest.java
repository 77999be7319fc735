package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final FrameRate NTSC = new FrameRate(30000, 1001);

    @Test
    void aClipBeginsWithAFrameOfTheSource() {
        var timeline = Timeline.of(10_010, 20_010, 0.1, NTSC);
        double frames = (timeline.start() - 0.1) * 30000 / 1001;
        assertEquals(Math.rint(frames), frames, 1e-9);
        assertEquals(10.01, timeline.start(), 0.5 / 29.97);
    }

    @Test
    void itsLengthIsTheMomentsWithinAFrame() {
        for (int length = 1; length < 3000; length += 7) {
            var timeline = Timeline.of(500, 500 + length, 0, NTSC);
            assertEquals(Math.max(length, 33) / 1000.0, timeline.seconds(), 0.0168);
        }
    }

    @Test
    void aTimeOfTheSourceIsTheFrameThatBeginsThere() {
        var timeline = Timeline.of(1000, 3000, 0, new FrameRate(25, 1));
        assertEquals(0, timeline.frame(0));
        assertEquals(1, timeline.frame(1040));
        assertEquals(1, timeline.frame(1041));
        assertEquals(50, timeline.frame(9000));
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 1001, 29.97, 30000/1001",
        "25, 1, 25, 25/1",
        "60, 1, 60, 60/1",
        "120, 1, 120, 120/2",
        "240000, 1001, 239.76, 240000/4004",
        "1000, 1, 29.1, 30000/1001",
        "90000, 1, 30, 30/1",
        "30, 1, 21.7, 24000/1001",
        "90000, 1, 58, 60000/1001",
        "15, 1, 15, 15/1",
        "1, 1, 1, 10/1",
        "1000, 1, 400, 60/1",
    })
    void theRateIsConstantAndAtMostSixty(
            int numerator, int denominator, double average, String expected) {
        var rate = FrameRate.constant(new FrameRate(numerator, denominator), average);
        assertEquals(expected, rate.toString());
    }
}
