package io.clipforge.local.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Incident KILL =
            new Incident(
                    new Fault.Kill(Target.FLEET_1, Duration.ofSeconds(2)),
                    "fleet-1.1",
                    at(0),
                    at(5));

    @Test
    void itLastsFromTheKillToTheNextStart() {
        var recovery = Recovery.of(List.of(loss("fleet-1.1", 7)), List.of(KILL));
        assertEquals(List.of(7.0), recovery.undisturbed());
        assertEquals(List.of(), recovery.duringOutage());
    }

    @Test
    void whatTheNextProcessOfThatNameLostIsNotOfThisKill() {
        var recovery = Recovery.of(List.of(loss("fleet-1.2", 7)), List.of(KILL));
        assertEquals(new Recovery(List.of(), List.of()), recovery);
    }

    @Test
    void anOutageInBetweenSetsItApart() {
        var cut = new Incident(new Fault.CutRedis(Duration.ofSeconds(1)), "redis", at(6), at(8));
        var recovery = Recovery.of(List.of(loss("fleet-1.1", 7)), List.of(KILL, cut));
        assertEquals(new Recovery(List.of(), List.of(7.0)), recovery);
    }

    @Test
    void anOutageAfterwardsDoesNot() {
        var flush = new Incident(new Fault.FlushRedis(), "redis", at(8), at(8));
        var recovery = Recovery.of(List.of(loss("fleet-1.1", 7)), List.of(KILL, flush));
        assertEquals(new Recovery(List.of(7.0), List.of()), recovery);
    }

    @Test
    void whatAFrozenWorkerHadLostBeforeItWasKilledIsNotOfTheKill() {
        var recovery = Recovery.of(List.of(loss("fleet-1.1", -1)), List.of(KILL));
        assertEquals(new Recovery(List.of(), List.of()), recovery);
    }

    private static Recovery.Loss loss(String worker, long nextStart) {
        return new Recovery.Loss(worker, UUID.randomUUID(), at(nextStart));
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
