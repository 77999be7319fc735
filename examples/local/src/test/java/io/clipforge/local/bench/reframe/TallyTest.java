package io.clipforge.local.bench.reframe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void aWindowThatStandsStillAroundTheFaceKeepsItAndDoesNotTravel() {
        var tally = Tally.of(List.of(view(0, 2000, _ -> new Span(0, 100))), TallyTest::face);

        assertEquals(1, tally.insideShare());
        assertEquals(0, tally.travel());
        assertEquals(0, tally.blank());
        assertEquals(2, tally.seconds());
    }

    @Test
    void aFaceThatIsCutIsNotInsideButNotMissedEither() {
        var tally = Tally.of(List.of(view(0, 1000, _ -> new Span(50, 150))), TallyTest::face);

        assertEquals(0, tally.insideShare());
        assertEquals(0, tally.blank());
    }

    @Test
    void aFrameWithoutTheFaceIsBlank() {
        var tally = Tally.of(List.of(view(0, 1000, _ -> new Span(60, 160))), TallyTest::face);

        assertEquals(30, tally.blank());
    }

    @Test
    void travelCountsInPixelsOfTheFinishedFrame() {
        // 10 pixels a second of a window 100 wide are 108 of one 1080 wide
        var tally = Tally.of(List.of(view(0, 10_000, at -> span(at / 100))), TallyTest::face);

        assertEquals(108, tally.travelPerSecond(), 1);
    }

    @Test
    void turningRoundCountsButNotACut() {
        var there = view(0, 1000, at -> span(at < 500 ? at : 1000 - at));
        var back = view(1000, 2000, at -> span(at < 1500 ? 2000 - at : at - 1000));

        assertEquals(2, Tally.of(List.of(there, back), TallyTest::face).reversals());
    }

    @Test
    void eachFaceCountsForItself() {
        DoubleFunction<List<Span>> two = _ -> List.of(new Span(10, 20), new Span(110, 120));

        assertEquals(0.5, Tally.of(List.of(view(0, 1000, _ -> span(0))), two).insideShare());
    }

    @Test
    void aFaceInTheSecondPaneIsShown() {
        var panes = List.of(new Span(0, 30), new Span(100, 130));
        DoubleFunction<List<Span>> two = _ -> List.of(new Span(10, 20), new Span(110, 120));

        var tally = Tally.of(List.of(new View(0, 1000, _ -> panes)), two);

        assertEquals(1, tally.insideShare());
        assertEquals(0, tally.travel());
    }

    private static List<Span> face(double seconds) {
        return List.of(new Span(40, 60));
    }

    private static Span span(double from) {
        return new Span(from, from + 100);
    }

    private static View view(long startMs, long endMs, DoubleFunction<Span> shown) {
        return new View(startMs, endMs, at -> List.of(shown.apply(at)));
    }
}
