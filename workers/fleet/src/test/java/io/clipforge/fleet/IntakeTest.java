package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobSpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class IntakeTest {
    private static final int SLOTS = 4;
    private static final int MEMORY_MIB = 1024;

    @RegisterExtension static final FleetServers servers = new FleetServers();

    private final Deque<JobKind> inHand = new ArrayDeque<>();

    @Test
    void asManyAsFitAreTakenAtOnce() throws Exception {
        var capacity = capacity(Needs.oneSlot(0), Needs.oneSlot(0));
        submit(6, Specs.rank());

        assertEquals(SLOTS, take(intake(capacity)).size());
        assertEquals(SLOTS, capacity.slotsUsed());
        assertEquals(SLOTS, capacity.running(JobKind.RANK));
        assertEquals(2, servers.control().waiting(JobKind.RANK));
    }

    @Test
    void aMixedBatchNeverTakesMoreThanThereIs() throws Exception {
        var capacity = capacity(Needs.oneSlot(100), new Needs(2, 300, false));
        submit(3, Specs.rank());
        submit(3, Specs.render());
        var intake = intake(capacity);

        var taken = new ArrayList<JobKind>();
        while (taken.size() < 6) {
            taken.addAll(take(intake));
            assertTrue(capacity.slotsUsed() <= SLOTS);
            assertTrue(capacity.memoryMibUsed() <= MEMORY_MIB);
            if (capacity.slotsUsed() > SLOTS - 2) {
                capacity.giveBack(inHand.pop());
            }
        }
    }

    @Test
    void whatHasNoRoomIsLeftToOthers() throws Exception {
        var capacity = capacity(Needs.oneSlot(100), Needs.oneSlot(1000));
        submit(2, Specs.render());
        submit(2, Specs.rank());
        capacity.take(JobKind.RANK);

        assertEquals(List.of(JobKind.RANK, JobKind.RANK), take(intake(capacity)));
        assertEquals(2, servers.control().waiting(JobKind.RENDER));
    }

    @Test
    void aLargeJobFindsRoomAmongManySmallOnes() throws Exception {
        var capacity = capacity(Needs.oneSlot(0), new Needs(SLOTS, 0, false));
        var intake = intake(capacity);
        submit(30, Specs.rank());
        while (capacity.slotsUsed() < SLOTS) {
            take(intake);
        }
        submit(1, Specs.render());

        var taken = new ArrayList<JobKind>();
        while (!taken.contains(JobKind.RENDER)) {
            capacity.giveBack(inHand.pop());
            taken.addAll(take(intake));
        }
        assertTrue(taken.size() <= Intake.PASSES + 1, taken::toString);
        assertEquals(SLOTS, capacity.slotsUsed());
    }

    @Test
    void aLargeKindWithoutWorkHoldsNobodyUp() throws Exception {
        var capacity = capacity(Needs.oneSlot(0), new Needs(SLOTS, 0, false));
        var intake = intake(capacity);
        submit(30, Specs.rank());
        while (capacity.slotsUsed() < SLOTS) {
            take(intake);
        }

        for (int i = 0; i < 2 * Intake.PASSES; i++) {
            capacity.giveBack(inHand.pop());
            assertEquals(List.of(JobKind.RANK), take(intake));
        }
    }

    private List<JobKind> take(Intake intake) throws InterruptedException {
        var kinds = intake.take().stream().map(IntakeTest::kind).toList();
        inHand.addAll(kinds);
        return kinds;
    }

    private static JobKind kind(Claim claim) {
        return JobHandlers.kind(claim.message().spec());
    }

    private static void submit(int jobs, JobSpec spec) {
        IntStream.range(0, jobs).forEach(_ -> servers.control().submit(spec));
    }

    private static Intake intake(Capacity capacity) {
        return new Intake(servers.control().queue, capacity, "test");
    }

    private static Capacity capacity(Needs rank, Needs render) {
        return new Capacity(
                new JobHandlers(
                        List.of(
                                new NeedyHandler<>(JobSpec.Rank.class, rank),
                                new NeedyHandler<>(JobSpec.Render.class, render))),
                new FleetSettings(SLOTS, MEMORY_MIB, false, null, null, "test", Duration.ZERO));
    }
}
