package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final Needs SMALL = Needs.oneSlot(128);
    private static final Needs LARGE = Needs.oneSlot(2048);
    private static final Needs GPU = new Needs(1, 128, true);

    private final JobHandlers handlers =
            new JobHandlers(
                    List.of(
                            new NeedyHandler<>(JobSpec.Rank.class, SMALL),
                            new NeedyHandler<>(JobSpec.Render.class, LARGE),
                            new NeedyHandler<>(JobSpec.Analyze.class, GPU)));

    @Test
    void allThatFitsIsTakenWhenNothingIsSaid() {
        assertEquals(Map.of(JobKind.RANK, SMALL), Offer.of(handlers, settings(1024, false)));
        assertEquals(
                Map.of(JobKind.RANK, SMALL, JobKind.RENDER, LARGE, JobKind.ANALYZE, GPU),
                Offer.of(handlers, settings(2048, true)));
    }

    @Test
    void onlyWhatIsNamedIsTaken() {
        assertEquals(
                Map.of(JobKind.RENDER, LARGE), Offer.of(handlers, settings(2048, true, "render")));
    }

    @Test
    void aNamedKindThatDoesNotFitIsRefused() {
        assertEquals(
                "clipforge.fleet.kinds: render needs 1 slots, 2048 MiB and no GPU, but this fleet"
                        + " has 4 slots, 1024 MiB and no GPU",
                refusal(settings(1024, false, "render")));
        assertEquals(
                "clipforge.fleet.kinds: analyze needs 1 slots, 128 MiB and a GPU, but this fleet"
                        + " has 4 slots, 1024 MiB and no GPU",
                refusal(settings(1024, false, "analyze")));
    }

    @Test
    void aNamedKindWithoutAHandlerIsRefused() {
        assertEquals(
                "clipforge.fleet.kinds: nobody here does ingest",
                refusal(settings(1024, false, "ingest")));
    }

    @Test
    void whatModelsHoldIsNotThereForJobs() {
        var holding =
                new JobHandlers(
                        List.of(
                                new HoldingHandler(SMALL, 900),
                                new NeedyHandler<>(JobSpec.Render.class, LARGE)));

        assertEquals(Map.of(JobKind.RANK, SMALL), Offer.of(holding, settings(2048, false)));
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Offer.of(holding, settings(2048, false, "render")));
        assertEquals(
                "clipforge.fleet.kinds: render needs 1 slots, 2048 MiB and no GPU, but this fleet"
                        + " has 4 slots, 2048 MiB and no GPU, of which its models hold 900 MiB",
                refused.getMessage());
    }

    private String refusal(FleetSettings settings) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Offer.of(handlers, settings))
                        .getMessage());
    }

    private static FleetSettings settings(int memoryMib, boolean gpu, String... kinds) {
        return new FleetSettings(4, memoryMib, gpu, List.of(kinds), null, "test", Duration.ZERO);
    }
}
