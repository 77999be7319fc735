package io.clipforge.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** With numbers, which are the more alike the nearer they are. */
class AgglomerationTest {
    private static final Agglomeration.Kind<Double> NUMBERS =
            new Agglomeration.Kind<>() {
                @Override
                public double likeness(Double one, Double other) {
                    return -Math.abs(one - other);
                }

                @Override
                public Double together(Double one, Double other) {
                    return (one + other) / 2;
                }
            };

    @Test
    void theMostAlikeArePutTogetherFirst() {
        var groups = new Agglomeration<>(List.of(1.0, 10.0, 4.0, 11.0, 30.0), NUMBERS);

        assertEquals(-1, groups.likeness());
        assertEquals(List.of(10.0, 11.0), List.of(groups.one(), groups.other()));
        groups.merge();
        assertEquals(-3, groups.likeness());
        groups.merge();

        assertEquals(List.of(2.5, 10.5, 30.0), groups.left().stream().sorted().toList());
        assertEquals(-8, groups.likeness());
    }

    @Test
    void everythingMayBecomeOne() {
        var groups = new Agglomeration<>(List.of(1.0, 2.0, 4.0, 8.0), NUMBERS);

        while (groups.size() > 1) {
            groups.merge();
        }

        assertEquals(1, groups.left().size());
    }

    @Test
    void thereMayBeNothing() {
        assertEquals(List.of(), new Agglomeration<>(List.of(), NUMBERS).left());
    }

    @Test
    void anInterruptEndsIt() {
        var groups = new Agglomeration<>(List.of(1.0, 2.0), NUMBERS);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, groups::merge);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
