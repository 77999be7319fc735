package io.clipforge.api.audit;

import org.jspecify.annotations.Nullable;

/** Follows a chain link by link, to the first that is broken. */
final class ChainWalk {
    private final long from;
    private final Head head;
    private long expected;
    private @Nullable String previousHash;
    private @Nullable Long broken;

    /**
     * @param previousHash of the entry before the first; absent when that entry is not there
     * @param head as it was before the entries were read
     */
    ChainWalk(long from, @Nullable String previousHash, Head head) {
        this.from = from;
        this.head = head;
        this.expected = from;
        this.previousHash = previousHash;
        if (previousHash == null) {
            broken = from - 1;
        }
    }

    void follow(Entry entry) {
        if (broken != null) {
            return;
        }
        if (fits(entry)) {
            previousHash = entry.hash();
            expected++;
        } else {
            broken = expected;
        }
    }

    private boolean fits(Entry entry) {
        return entry.sequence() == expected
                && entry.previousHash().equals(previousHash)
                && entry.hash().equals(entry.expectedHash())
                && (entry.sequence() != head.sequence() || entry.hash().equals(head.hash()));
    }

    /**
     * There are no more entries.
     *
     * @param now the head as it is after the entries were read
     */
    void end(Head now) {
        if (broken == null && expected <= head.sequence()) {
            broken = expected;
        } else if (broken == null && expected > now.sequence() + 1) {
            broken = now.sequence() + 1;
        }
    }

    Verdict verdict(boolean complete) {
        return new Verdict(
                expected - from, broken, complete || broken != null ? null : expected, head.hash());
    }
}
