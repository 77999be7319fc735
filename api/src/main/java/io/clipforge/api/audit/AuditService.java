package io.clipforge.api.audit;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the trail of the current organization. */
@Singleton
class AuditService {
    private final Entries entries;

    AuditService(Entries entries) {
        this.entries = entries;
    }

    @TenantTransactional
    List<Entry> list(
            @Nullable Long before,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String target,
            int limit) {
        return entries.list(before, actor, action, target, limit);
    }

    /**
     * Walks some of the chain. The head is read before the entries and again after them, so that
     * what others add in the meantime is neither missing nor too much.
     *
     * @param from the first entry to look at, and its link to the one before
     * @param limit how many to look at
     */
    @TenantTransactional
    Verdict verify(long from, int limit) {
        var head = head();
        if (from > head.sequence() + 1) {
            throw ApiProblem.invalid(
                    "#parameter/from_sequence",
                    "out_of_range",
                    "The last entry has the number " + head.sequence() + ".");
        }
        var previous = from == 1 ? Link.START : entries.hash(from - 1).orElse(null);
        var walk = new ChainWalk(from, previous, head);
        var found = entries.chain(from, limit);
        found.forEach(walk::follow);
        boolean complete = found.size() < limit;
        if (complete) {
            walk.end(head());
        }
        return walk.verdict(complete);
    }

    private Head head() {
        return entries.head().orElse(Head.NONE);
    }
}
