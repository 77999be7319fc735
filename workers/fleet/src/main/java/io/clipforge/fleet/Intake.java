package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes as many jobs as can start at once and books what they need. For one thread.
 *
 * <p>Only kinds that there is room for are asked for, and no more jobs than there is room for
 * whichever of these kinds they turn out to be. So small jobs would fill each gap for ever before a
 * large one finds room: a kind that has been passed over {@link #PASSES} times, and has work
 * waiting, is favoured. Nothing else is taken then until there is room for one of it.
 */
final class Intake {
    /** Short, so that a stop is noticed soon; a claim must never be interrupted half-way. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** For what is not asked for: room for it may come while this claim still waits. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    static final int PASSES = 8;

    private final JobQueue queue;
    private final Capacity capacity;
    private final String worker;
    private final Map<JobKind, Integer> passes = new EnumMap<>(JobKind.class);
    private @Nullable JobKind favoured;

    Intake(JobQueue queue, Capacity capacity, String worker) {
        this.queue = queue;
        this.capacity = capacity;
        this.worker = worker;
    }

    /** Empty when nothing came, or nothing had room, for a while. */
    List<Claim> take() throws InterruptedException {
        // before the claim: what is claimed must not be lost to a queue that fails afterwards
        favoured = favoured == null ? neglected() : favoured;
        var kinds = favoured == null ? capacity.kinds() : List.of(favoured);
        if (!capacity.awaitRoom(kinds, PATIENCE)) {
            return List.of();
        }
        var fitting = kinds.stream().filter(kind -> capacity.room(kind) > 0).toList();
        var claims = queue.claim(fitting, room(fitting), worker, patience(fitting));
        claims.forEach(claim -> capacity.take(JobHandlers.kind(claim.message().spec())));
        favoured = null;
        if (!claims.isEmpty()) {
            notePasses(fitting);
        }
        return claims;
    }

    /** A kind that waits for room in vain. */
    private @Nullable JobKind neglected() {
        for (var kind : capacity.kinds()) {
            if (passes.getOrDefault(kind, 0) >= PASSES) {
                passes.remove(kind);
                if (isWaiting(kind)) {
                    return kind;
                }
            }
        }
        return null;
    }

    private boolean isWaiting(JobKind kind) {
        return queue.standing(kind).waiting().values().stream().anyMatch(count -> count > 0);
    }

    /** What is free only grows meanwhile: nobody else takes. */
    private int room(List<JobKind> fitting) {
        return fitting.stream().mapToInt(capacity::room).min().orElseThrow();
    }

    private Duration patience(List<JobKind> fitting) {
        return fitting.containsAll(capacity.kinds()) ? PATIENCE : GLANCE;
    }

    private void notePasses(List<JobKind> fitting) {
        for (var kind : capacity.kinds()) {
            if (fitting.contains(kind)) {
                passes.remove(kind);
            } else {
                passes.merge(kind, 1, Integer::sum);
            }
        }
    }
}
