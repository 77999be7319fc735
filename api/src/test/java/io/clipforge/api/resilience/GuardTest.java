package io.clipforge.api.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardTest {

    private final Guard guard = new Guard("the store", 3, UncheckedIOException.class::isInstance);
    private final AtomicInteger calls = new AtomicInteger();

    private String fail() {
        calls.incrementAndGet();
        throw new UncheckedIOException(new IOException("refused"));
    }

    @Test
    void anAnswerPasses() {
        assertEquals("answer", guard.call(() -> "answer"));
    }

    @Test
    void aRefusalIsAnAnswer() {
        for (int i = 0; i < 20; i++) {
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            guard.call(() -> {
                                throw new IllegalArgumentException("no such key");
                            }));
        }
        assertEquals("answer", guard.call(() -> "answer"));
    }

    @Test
    void whoDoesNotAnswerIsLeftBe() {
        for (int i = 0; i < 20; i++) {
            assertThrows(AwayException.class, () -> guard.call(this::fail));
        }
        assertEquals(5, calls.get(), "the others were refused at once");
    }

    @Test
    void whatMayBeDoneTwiceIsRepeatedAfterAQuickFailure() {
        assertEquals(
                "second", guard.repeatable(() -> calls.incrementAndGet() == 1 ? fail() : "second"));
        assertThrows(AwayException.class, () -> guard.call(this::fail));
    }

    @Test
    void repetitionsAreEarned() {
        var budget = new RetryBudget(2);
        assertTrue(budget.spend());
        assertTrue(budget.spend());
        assertFalse(budget.spend());
        IntStream.range(0, 9).forEach(_ -> budget.earn());
        assertFalse(budget.spend());
        budget.earn();
        assertTrue(budget.spend());
    }

    @Test
    void moreAtOnceThanItBearsAreRefused() throws Exception {
        var inside = new CountDownLatch(3);
        var leave = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 3; i++) {
            threads.add(
                    Thread.startVirtualThread(() ->
                            guard.call(() -> {
                                inside.countDown();
                                return await(leave);
                            })));
        }
        inside.await();
        assertThrows(AwayException.class, () -> guard.call(() -> "fourth"));
        leave.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertEquals("later", guard.call(() -> "later"));
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
            return "answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
