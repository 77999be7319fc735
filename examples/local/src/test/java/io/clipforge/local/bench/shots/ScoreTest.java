package io.clipforge.local.bench.shots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Film FILM =
            new Film("hard cuts", Path.of("film.mp4"), 30, List.of(10.0, 20.0), 0.1);

    @Test
    void aCutNearARealOneIsRight() {
        assertEquals(new Score(2, 2, 2), Score.of(FILM, List.of(9.92, 20.08)));
    }

    @Test
    void aRealCutCountsOnce() {
        assertEquals(new Score(2, 2, 1), Score.of(FILM, List.of(9.96, 10.04)));
    }

    @Test
    void betweenTwoRealOnesTheNearerIsMeant() {
        var quick = new Film("quick cuts", Path.of("film.mp4"), 30, List.of(10.0, 10.5), 0.6);

        assertEquals(new Score(2, 2, 2), Score.of(quick, List.of(10.45, 10.05)));
    }

    @Test
    void theMeasureFallsWithWhatIsMissedAndWithWhatIsMadeUp() {
        assertEquals(1, new Score(10, 10, 10).f1());
        assertEquals(2.0 / 3, new Score(10, 5, 5).f1(), 1e-9);
        assertEquals(2.0 / 3, new Score(10, 20, 10).f1(), 1e-9);
        assertEquals(0, new Score(10, 0, 0).f1());
    }

    @Test
    void findingNothingWhereThereIsNothingIsPerfect() {
        assertEquals(1, Score.NOTHING.f1());
    }

    @Test
    void filmsAddUp() {
        assertEquals(new Score(3, 5, 2), new Score(1, 2, 1).plus(new Score(2, 3, 1)));
    }
}
