package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.captions.Word;
import io.clipforge.media.cuts.Span;
import io.clipforge.media.render.Timeline.Kept;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final FrameRate PAL = new FrameRate(25, 1);
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

    @Test
    void aCutTakesOnlyWholeFrames() {
        var timeline =
                new Timeline(1, PAL, 100)
                        .without(List.of(new Span(1405, 1839), new Span(3000, 3990)));
        assertEquals(
                List.of(new Kept(0, 11), new Kept(20, 50), new Kept(74, 100)), timeline.kept());
        assertEquals(67, timeline.frames());
        assertEquals(67 / 25.0, timeline.seconds(), 1e-9);
        assertEquals(4, timeline.reachSeconds(), 1e-9);
    }

    @Test
    void whatIsCutAtTheEndsMovesThem() {
        var timeline =
                new Timeline(1, PAL, 100).without(List.of(new Span(1, 1400), new Span(4000, 9000)));
        assertEquals(new Timeline(1.4, PAL, 65), timeline);
        assertFalse(timeline.jumps());
    }

    @Test
    void framesAndTimesOfTheSourceAgreeAcrossJumps() {
        var whole = new Timeline(2, NTSC, 300);
        var timeline = whole.without(List.of(new Span(3100, 4200), new Span(6000, 9000)));
        assertEquals(3, timeline.kept().size());
        for (int frame = 0; frame < timeline.frames(); frame++) {
            assertEquals(frame, timeline.frame(Math.round(timeline.sourceMs(frame))));
            assertTrue(timeline.shows(timeline.sourceMs(frame) + 1));
        }
        int jump = timeline.kept().getFirst().to();
        assertEquals(jump, timeline.frame(3500));
        assertTrue(timeline.sourceMs(jump) - timeline.sourceMs(jump - 1) > 1000);
        assertFalse(timeline.shows(3500));
        assertEquals(timeline.frames(), timeline.frame(timeline.endMs()));
    }

    @Test
    void wordsStandOnTheClipsClock() {
        var timeline = new Timeline(1, PAL, 100).without(List.of(new Span(2000, 3000)));
        var words =
                List.of(
                        new Word("early", 500, 1200, null),
                        new Word("one", 1200, 1900, null),
                        new Word("um", 2200, 2500, null),
                        new Word("two", 3100, 3500, "A"),
                        new Word("late", 6000, 6500, null));
        assertEquals(
                List.of(new Word("one", 200, 900, null), new Word("two", 1100, 1500, "A")),
                timeline.words(words));
    }

    @Test
    void wordsThatDoNotOverlapStaySo() {
        var words = new ArrayList<Word>();
        var cuts = new ArrayList<Span>();
        for (long at = 1000; at < 11_000; at += 37) {
            words.add(new Word("w", at, at + 37, null));
        }
        for (double at = 1200; at < 10_500; at += 333.3) {
            cuts.add(new Span(at, at + 100));
        }
        var mapped = new Timeline(1, NTSC, 300).without(cuts).words(words);
        for (int i = 1; i < mapped.size(); i++) {
            assertTrue(mapped.get(i - 1).endMs() <= mapped.get(i).startMs());
        }
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
