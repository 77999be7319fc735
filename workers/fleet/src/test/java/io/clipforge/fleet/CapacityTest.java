package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.jobs.JobKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void whatAModelHoldsIsTakenOnceAndNeverGivenBack() {
        var capacity =
                new Capacity(
                        new JobHandlers(List.of(new HoldingHandler(Needs.oneSlot(100), 700))),
                        new FleetSettings(8, 1024, false, null, null, "test", Duration.ZERO));

        assertEquals(700, capacity.memoryMibUsed());
        assertEquals(3, capacity.room(JobKind.RANK));
        capacity.take(JobKind.RANK);
        assertEquals(800, capacity.memoryMibUsed());
        capacity.giveBack(JobKind.RANK);
        assertEquals(700, capacity.memoryMibUsed());
    }
}
