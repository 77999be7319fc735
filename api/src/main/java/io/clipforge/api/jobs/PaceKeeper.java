package io.clipforge.api.jobs;

import io.clipforge.api.background.BackgroundTask;
import io.clipforge.jobs.JobKind;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Shares what this replica measured, and learns what all did. */
@Singleton
final class PaceKeeper implements BackgroundTask {
    private final Paces paces;
    private final PaceTable table;

    PaceKeeper(Paces paces, PaceTable table) {
        this.paces = paces;
        this.table = table;
    }

    @Override
    public String name() {
        return "pace keeper";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean step() {
        paces.takeFresh()
                .forEach((kind, sum) -> {
                    double perJob = sum.ms() / sum.jobs();
                    double perWork = sum.workMs() > 0 ? sum.ms() / sum.workMs() : 0;
                    table.measured(kind.wireName(), perJob, perWork, sum.jobs());
                });
        for (var row : table.all()) {
            JobKind.find(row.kind())
                    .ifPresent(kind ->
                            paces.learn(kind, new Paces.Pace(row.msPerJob(), row.msPerWorkMs())));
        }
        return false;
    }
}
