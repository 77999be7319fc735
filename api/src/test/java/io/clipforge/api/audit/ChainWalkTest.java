package io.clipforge.api.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A long chain is walked in pieces. */
class ChainWalkTest {
    private static final UUID ORGANIZATION = new UUID(0x0197_0000_0000_7000L, 1);

    private final List<Entry> chain = chain(5);
    private final Head head = new Head(5, chain.getLast().hash());

    private static List<Entry> chain(int length) {
        var entries = new ArrayList<Entry>();
        var previous = Link.START;
        for (int i = 1; i <= length; i++) {
            var draft = entry(i, previous, "");
            var entry = entry(i, previous, draft.expectedHash());
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }

    private static Entry entry(int sequence, String previous, String hash) {
        return new Entry(
                ORGANIZATION,
                sequence,
                new UUID(0x0197_0000_0000_7000L, sequence),
                "live",
                Instant.EPOCH.plusSeconds(sequence),
                "key_1",
                null,
                null,
                "updateProject",
                "prj_1",
                null,
                "00",
                previous,
                hash);
    }

    private Verdict walk(long from, String previous, List<Entry> found, boolean complete) {
        var walk = new ChainWalk(from, previous, head);
        found.forEach(walk::follow);
        if (complete) {
            walk.end(head);
        }
        return walk.verdict(complete);
    }

    @Test
    void aWholeChainIsWalkedToItsHead() {
        assertEquals(new Verdict(5, null, null, head.hash()), walk(1, Link.START, chain, true));
    }

    @Test
    void aPieceSaysWhereToGoOn() {
        var first = walk(1, Link.START, chain.subList(0, 2), false);
        assertEquals(new Verdict(2, null, 3L, head.hash()), first);
        var second = walk(3, chain.get(1).hash(), chain.subList(2, 5), true);
        assertEquals(new Verdict(3, null, null, head.hash()), second);
    }

    @Test
    void aPieceThatDoesNotFitTheOneBeforeIsBrokenAtItsFirst() {
        assertEquals(3L, walk(3, "other", chain.subList(2, 5), true).firstBroken());
    }

    @Test
    void whatWasAddedAfterTheHeadWasReadIsNeitherMissingNorTooMuch() {
        var walk = new ChainWalk(1, Link.START, new Head(4, chain.get(3).hash()));
        chain.forEach(walk::follow);
        walk.end(head);
        assertNull(walk.verdict(true).firstBroken());
    }

    @Test
    void aHeadThatNamesAnotherHashIsNotTheChains() {
        var walk = new ChainWalk(1, Link.START, new Head(5, "other"));
        chain.forEach(walk::follow);
        assertEquals(5L, walk.verdict(true).firstBroken());
    }
}
