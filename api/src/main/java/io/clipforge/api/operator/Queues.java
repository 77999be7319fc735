package io.clipforge.api.operator;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.Priority;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How full the queues are, kind by kind. */
@Singleton
class Queues {
    private final QueueTable table;

    Queues(QueueTable table) {
        this.table = table;
    }

    /** Every kind and every priority is there, also those without jobs. */
    List<KindFigures> look() {
        var lanes = table.unfinished();
        var dead =
                table.dead().stream().collect(Collectors.toMap(KindCount::kind, KindCount::count));
        var paused = table.paused().stream().map(QueueRow::kind).toList();
        return Arrays.stream(JobKind.values())
                .map(JobKind::wireName)
                .map(kind ->
                        KindFigures.of(
                                kind,
                                paused.contains(kind),
                                dead.getOrDefault(kind, 0),
                                lanes(kind, lanes)))
                .toList();
    }

    void pause(JobKind kind) {
        table.pause(kind.wireName());
    }

    void resume(JobKind kind) {
        table.resume(kind.wireName());
    }

    private static List<LaneFigures> lanes(String kind, List<LaneFigures> all) {
        return Arrays.stream(Priority.values())
                .map(Priority::text)
                .map(priority ->
                        all.stream()
                                .filter(it -> it.kind().equals(kind))
                                .filter(it -> it.priority().equals(priority))
                                .findFirst()
                                .orElse(LaneFigures.none(kind, priority)))
                .toList();
    }
}
