package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages of several kinds, and waits when there is none.
 *
 * <ol>
 *   <li>Each kind is asked in one step; which comes first changes from claim to claim.
 *   <li>Who found nothing waits for a bell and asks the kinds that rang.
 *   <li>A bell may be missed, so that all kinds are asked now and then anyway.
 *   <li>A kind whose server is away does not hold up the others.
 * </ol>
 */
final class Claims {
    private static final Duration POLL = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    private final Function<JobKind, Backlog> backlogs;
    private final Bells bells;
    private final boolean serversDiffer;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<JobKind> away = Collections.synchronizedSet(EnumSet.noneOf(JobKind.class));

    /**
     * @param serversDiffer whether one kind may be away while another is not
     */
    Claims(Function<JobKind, Backlog> backlogs, Bells bells, boolean serversDiffer) {
        this.backlogs = backlogs;
        this.bells = bells;
        this.serversDiffer = serversDiffer;
    }

    List<Claim> claim(Collection<JobKind> kinds, int max, String worker, Duration patience) {
        if (!patience.isPositive()) {
            return take(kinds, max, worker);
        }
        try (var ear = bells.listen(kinds)) {
            var deadline = Deadline.in(patience);
            var found = take(kinds, max, worker);
            var poll = Deadline.in(POLL);
            while (found.isEmpty() && !deadline.passed()) {
                Collection<JobKind> asked = ear.await(deadline.atMost(poll.left()));
                if (asked.isEmpty() || poll.passed()) {
                    asked = kinds;
                    poll = Deadline.in(POLL);
                }
                found = take(asked, max, worker);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueueUnavailableException(e);
        }
    }

    private List<Claim> take(Collection<JobKind> kinds, int max, String worker) {
        var found = new ArrayList<Claim>();
        var failures = new ArrayList<QueueUnavailableException>();
        for (var kind : inTurn(kinds)) {
            if (found.size() == max || (!failures.isEmpty() && !serversDiffer)) {
                break;
            }
            try {
                found.addAll(backlogs.apply(kind).take(max - found.size(), worker));
                away.remove(kind);
            } catch (QueueUnavailableException e) {
                failures.add(e); // what was found already must not get lost
                noteAway(kind, e);
            }
        }
        if (found.isEmpty()
                && !failures.isEmpty()
                && (failures.size() == kinds.size() || !serversDiffer)) {
            throw failures.getFirst();
        }
        return found;
    }

    private void noteAway(JobKind kind, QueueUnavailableException e) {
        if (serversDiffer && away.add(kind)) {
            log.warn("Jobs of {} cannot be claimed now", kind.wireName(), e);
        }
    }

    private List<JobKind> inTurn(Collection<JobKind> kinds) {
        var order = new ArrayList<>(kinds);
        Collections.rotate(order, Math.floorMod(turn.getAndIncrement(), order.size()));
        return order;
    }
}
