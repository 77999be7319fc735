package io.clipforge.fleet.scripts;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words of a script among those that were heard, in order. Sequences of three words that
 * occur once on either side hold long texts together (Cohen's patience diff); what lies between two
 * of them is matched with the fewest edits.
 */
final class Matching {
    static final int NONE = -1;

    private static final int SEQUENCE = 3;

    /** A byte each; what is longer and has no sequence in common is cut in two. */
    private static final long MOST_CELLS = 4_000_000;

    /** A word written but not heard, or heard but not written. */
    private static final float MISSING = 0.7f;

    /** Less than two that are missing: unlike words stand in each other's place. */
    private static final float UNLIKE = 1.2f;

    private static final byte BOTH = 0;
    private static final byte WRITTEN_ONLY = 1;
    private static final byte HEARD_ONLY = 2;

    private final List<String> written;
    private final List<String> heard;
    private final int[] match;

    private Matching(List<String> written, List<String> heard) {
        this.written = written;
        this.heard = heard;
        match = new int[written.size()];
        Arrays.fill(match, NONE);
    }

    /**
     * For each written word the index of the one heard, ascending, or {@link #NONE}.
     *
     * @param written as {@link Spelling#plain} makes them, like the other
     */
    static int[] of(List<String> written, List<String> heard) throws InterruptedException {
        var matching = new Matching(written, heard);
        matching.match(0, written.size(), 0, heard.size());
        return matching.match;
    }

    private void match(int from, int to, int heardFrom, int heardTo) throws InterruptedException {
        if (from == to || heardFrom == heardTo) {
            return;
        }
        if ((long) (to - from) * (heardTo - heardFrom) <= MOST_CELLS) {
            fewestEdits(from, to, heardFrom, heardTo);
            return;
        }
        int at = from;
        int heardAt = heardFrom;
        var anchors = anchors(from, to, heardFrom, heardTo);
        if (anchors.isEmpty()) {
            at = (from + to) >>> 1;
            heardAt = (heardFrom + heardTo) >>> 1;
            match(from, at, heardFrom, heardAt);
        }
        for (var anchor : anchors) {
            // sequences may overlap
            if (anchor.written() >= at && anchor.heard() >= heardAt) {
                match(at, anchor.written(), heardAt, anchor.heard());
                at = anchor.written();
                heardAt = anchor.heard();
                match[at++] = heardAt++;
            }
        }
        match(at, to, heardAt, heardTo);
    }

    private record Anchor(int written, int heard) {}

    /** The longest row of common sequences that ascends on both sides. */
    private List<Anchor> anchors(int from, int to, int heardFrom, int heardTo)
            throws InterruptedException {
        var places = once(heard, heardFrom, heardTo);
        var common =
                once(written, from, to).entrySet().stream()
                        .filter(it -> places.containsKey(it.getKey()))
                        .map(it -> new Anchor(it.getValue(), places.getOrDefault(it.getKey(), 0)))
                        .sorted((a, b) -> Integer.compare(a.written(), b.written()))
                        .toList();
        return Ascending.longest(common, Anchor::heard);
    }

    private static Map<List<String>, Integer> once(List<String> words, int from, int to)
            throws InterruptedException {
        var places = new HashMap<List<String>, Integer>();
        for (int i = from; i + SEQUENCE <= to; i++) {
            places.merge(words.subList(i, i + SEQUENCE), i, (_, _) -> NONE);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        places.values().removeAll(Collections.singleton(NONE));
        return places;
    }

    private void fewestEdits(int from, int to, int heardFrom, int heardTo)
            throws InterruptedException {
        int columns = heardTo - heardFrom + 1;
        var moves = new byte[to - from + 1][columns];
        var row = new float[columns];
        for (int k = 1; k < columns; k++) {
            row[k] = k * MISSING;
            moves[0][k] = HEARD_ONLY;
        }
        for (int i = 1; i <= to - from; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            step(written.get(from + i - 1), heardFrom, row, moves[i]);
        }
        trace(moves, from, heardFrom);
    }

    private void step(String word, int heardFrom, float[] row, byte[] moves) {
        float diagonal = row[0];
        row[0] += MISSING;
        moves[0] = WRITTEN_ONLY;
        for (int k = 1; k < row.length; k++) {
            float both = diagonal + cost(word, heard.get(heardFrom + k - 1));
            float writtenOnly = row[k] + MISSING;
            float heardOnly = row[k - 1] + MISSING;
            diagonal = row[k];
            row[k] = Math.min(both, Math.min(writtenOnly, heardOnly));
            moves[k] = row[k] == both ? BOTH : row[k] == writtenOnly ? WRITTEN_ONLY : HEARD_ONLY;
        }
    }

    private static float cost(String word, String other) {
        if (word.equals(other)) {
            return 0;
        }
        double distance = Spelling.distance(word, other);
        return distance < 1 ? (float) distance : UNLIKE;
    }

    /** Only words that are alike are matched. */
    private void trace(byte[][] moves, int from, int heardFrom) {
        int i = moves.length - 1;
        int k = moves[0].length - 1;
        while (i > 0 || k > 0) {
            switch (moves[i][k]) {
                case BOTH -> {
                    i--;
                    k--;
                    if (cost(written.get(from + i), heard.get(heardFrom + k)) < UNLIKE) {
                        match[from + i] = heardFrom + k;
                    }
                }
                case WRITTEN_ONLY -> i--;
                default -> k--;
            }
        }
    }
}
