package io.clipforge.local.bench.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void theIdealOrderGainsAllThereIs() {
        var ranking = Ranking.by(List.of(0, 2, 1, 0), List.of(0.1, 0.9, 0.5, 0.2));
        assertEquals(List.of(2, 1, 0, 0), ranking.reactions());
        assertEquals(1, ranking.ndcg(6), 1e-12);
        assertEquals(1, ranking.averagePrecision(), 1e-12);
        assertEquals(1, ranking.hit());
    }

    @Test
    void aLaterGainIsDiscountedByTheLogarithmOfItsPlace() {
        var ranking = new Ranking(List.of(0, 1, 0, 1));
        double ideal = 1 + 1 / (Math.log(3) / Math.log(2));
        double gained = 1 / (Math.log(3) / Math.log(2)) + 1 / (Math.log(5) / Math.log(2));
        assertEquals(gained / ideal, ranking.ndcg(4), 1e-12);
        assertEquals((1 / 2.0 + 2 / 4.0) / 2, ranking.averagePrecision(), 1e-12);
        assertEquals(0, ranking.hit());
        assertEquals(0, ranking.ndcg(1));
    }

    @Test
    void equalScoresStayInTheirOrder() {
        assertEquals(
                List.of(1, 0, 2), Ranking.by(List.of(1, 0, 2), List.of(1.0, 1.0, 1.0)).reactions());
    }

    @Test
    void resampledMeansLieAroundTheMean() {
        var resampled = Resampled.of(List.of(0.0, 0.25, 0.5, 0.75, 1.0), 1);
        assertEquals(0.5, resampled.mean(), 1e-12);
        assertTrue(resampled.low() > 0.1 && resampled.low() < 0.5, resampled.toString());
        assertTrue(resampled.high() > 0.5 && resampled.high() < 0.9, resampled.toString());
    }
}
