package io.clipforge.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
    private static final RetrySchedule STANDARD = RetrySchedule.STANDARD;
    private static final Instant NOW = Instant.parse("2026-11-21T09:31:00Z");

    @Test
    void theWaitsAreThoseOfStandardWebhooks() {
        List<Duration> waits =
                IntStream.range(1, STANDARD.attempts())
                        .mapToObj(attempt -> wait(attempt, false, Optional.empty(), middle()))
                        .toList();
        assertEquals(
                List.of(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(10)),
                waits);
    }

    @Test
    void afterTheLastAttemptThereIsNoMore() {
        for (int attempt : List.of(8, 9, 100)) {
            assertEquals(
                    Optional.empty(),
                    STANDARD.waitAfter(attempt, true, Optional.of(Duration.ZERO), middle()));
        }
    }

    @Test
    void everyWaitIsStretchedOrShortenedByUpToAFifth() {
        Random random = new Random(1);
        List<Long> waits =
                IntStream.range(0, 10_000)
                        .mapToObj(_ -> wait(2, false, Optional.empty(), random).toMillis())
                        .toList();
        long least = waits.stream().min(Long::compare).orElseThrow();
        long most = waits.stream().max(Long::compare).orElseThrow();
        assertTrue(least >= 240_000 && least < 242_000, () -> "least " + least);
        assertTrue(most <= 360_000 && most > 358_000, () -> "most " + most);
    }

    @Test
    void anOverloadedEndpointRestsForAMinuteAtLeast() {
        assertEquals(Duration.ofSeconds(60), wait(1, true, Optional.empty(), middle()));
        assertEquals(Duration.ofMinutes(5), wait(2, true, Optional.empty(), middle()));
    }

    @Test
    void anEndpointCanPutTheNextAttemptOffButNotBringItForward() {
        assertEquals(
                Duration.ofSeconds(90),
                wait(1, false, Optional.of(Duration.ofSeconds(90)), middle()));
        assertEquals(
                Duration.ofMinutes(5),
                wait(2, false, Optional.of(Duration.ofSeconds(1)), middle()));
        assertEquals(
                Duration.ofSeconds(60),
                wait(1, true, Optional.of(Duration.ofSeconds(1)), middle()));
    }

    @Test
    void noEndpointCanPutTheNextAttemptOffForEver() {
        assertEquals(
                Duration.ofHours(10),
                wait(1, false, Optional.of(Duration.ofDays(10_000)), middle()));
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertEquals(Optional.of(Duration.ofSeconds(121)), RetryAfter.parse("121", NOW));
        assertEquals(
                Optional.of(Duration.ofMinutes(29)),
                RetryAfter.parse("Sat, 21 Nov 2026 10:00:00 GMT", NOW));
        assertEquals(
                Optional.of(Duration.ZERO), RetryAfter.parse("Sat, 21 Nov 2026 09:00:00 GMT", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "1e3", "99999999999", "2026-11-21T10:00:00Z"})
    void anyOtherRetryAfterIsPassedOver(String value) {
        assertEquals(Optional.empty(), RetryAfter.parse(value, NOW));
    }

    @Test
    void aScheduleWithoutAttemptsIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RetrySchedule(List.of(), 0, Duration.ZERO, Duration.ZERO));
    }

    private static Duration wait(
            int attempt, boolean overloaded, Optional<Duration> asked, RandomGenerator random) {
        return STANDARD.waitAfter(attempt, overloaded, asked, random).orElseThrow();
    }

    /** Always the middle, so that nothing is stretched. */
    private static RandomGenerator middle() {
        return () -> 1L << 63;
    }
}
