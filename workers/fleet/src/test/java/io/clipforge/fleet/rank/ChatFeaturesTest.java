package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.LiveChat;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChatFeaturesTest {
    private static final Material TALK = Talks.uneven(new Random(5), 200_000);

    /** One message a second. */
    private static final List<Long> EVEN =
            LongStream.range(0, 200).mapToObj(i -> 1000 * i).toList();

    @Test
    void anEvenChatIsNoBurstAndOneJustBehindTheWindowIs() {
        assertEquals(0, burst(EVEN, 60_000, 90_000), 0.05);
        var burst = Stream.concat(EVEN.stream(), Collections.nCopies(80, 94_000L).stream());
        assertEquals(1, burst(burst.toList(), 60_000, 90_000));
    }

    @Test
    void anotherMomentsBurstDoesNotCountHere() {
        var burst = Stream.concat(EVEN.stream(), Collections.nCopies(80, 150_000L).stream());
        assertEquals(0, burst(burst.toList(), 60_000, 90_000), 0.05);
    }

    @Test
    void fewMessagesAndThoseOutsideTheVideoAreNothing() {
        assertEquals(0, burst(List.of(), 60_000, 90_000));
        assertEquals(0, burst(Collections.nCopies(4, 70_000L), 60_000, 90_000));
        var elsewhere =
                Stream.concat(
                                Collections.nCopies(50, -1L).stream(),
                                Collections.nCopies(50, Long.MAX_VALUE).stream())
                        .toList();
        assertEquals(0, burst(elsewhere, 60_000, 90_000));
    }

    @Test
    void theMomentEverybodyWroteAboutComesFirst() {
        var plain = new Ranker(TALK, new WeightedScorer(), 8_000, 60_000, 12).moments();
        var last = plain.getLast();
        var chat = Collections.nCopies(100, last.endMs() + 2_000);

        var livelier =
                new Material(
                        TALK.durationMs(), TALK.transcript(), TALK.analysis(), new LiveChat(chat));
        var best = new Ranker(livelier, new WeightedScorer(), 8_000, 60_000, 12).moments();

        var first = best.getFirst();
        assertTrue(
                first.startMs() <= last.endMs() + 2_000 && first.endMs() >= last.endMs() - 8_000,
                () -> first + " instead of " + last);
        assertTrue(
                first.reasons().stream()
                        .anyMatch(
                                it -> it.feature().equals("chat_burst") && it.contribution() == 1));
    }

    private static double burst(List<Long> offsetsMs, long startMs, long endMs) {
        var material =
                new Material(
                        TALK.durationMs(),
                        TALK.transcript(),
                        TALK.analysis(),
                        new LiveChat(offsetsMs));
        return new ChatFeatures(material).burst(new Window(0, 1, startMs, endMs, 0, 1));
    }
}
