package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts speech where the voice may have changed: where the frames before and those behind are told
 * best by two Gaussians instead of one (generalised likelihood ratio: Gish, Siu and Rohlicek,
 * 1991). Every such maximum counts; pieces of one voice are put together again later.
 */
final class Changes {
    /** Frames on each side: 1 s. */
    private static final int REACH = 100;

    /** Frames of a piece: 0.5 s. */
    private static final int SHORTEST = 50;

    /** Frames of a stretch: what takes no breath for half a minute is cut. */
    private static final int LONGEST = 3000;

    private static final double LEAST_VARIANCE = 1e-3;

    private final Cepstra cepstra;

    private Changes(Cepstra cepstra) {
        this.cepstra = cepstra;
    }

    /** In order; together they are all frames. */
    static List<Piece> pieces(Cepstra cepstra) {
        var changes = new Changes(cepstra);
        var pieces = new ArrayList<Piece>();
        for (var stretch : stretches(cepstra)) {
            changes.cut(stretch, pieces);
        }
        return List.copyOf(pieces);
    }

    /** Frames without silence in between. */
    static List<Piece> stretches(Cepstra cepstra) {
        var stretches = new ArrayList<Piece>();
        int from = 0;
        for (int i = 1; i <= cepstra.count(); i++) {
            if (i == cepstra.count() || !cepstra.follows(i) || i - from == LONGEST) {
                stretches.add(new Piece(from, i));
                from = i;
            }
        }
        return stretches;
    }

    private void cut(Piece stretch, List<Piece> pieces) {
        int from = stretch.from();
        var ratios = ratios(stretch);
        for (int i = SHORTEST; i + SHORTEST <= stretch.count(); i++) {
            int at = stretch.from() + i;
            if (at - from >= SHORTEST && greatest(ratios, i)) {
                pieces.add(new Piece(from, at));
                from = at;
            }
        }
        pieces.add(new Piece(from, stretch.to()));
    }

    private static boolean greatest(double[] ratios, int at) {
        for (int i = Math.max(0, at - SHORTEST); i < Math.min(ratios.length, at + SHORTEST); i++) {
            if (ratios[i] > ratios[at] || (ratios[i] == ratios[at] && i < at)) {
                return false;
            }
        }
        return true;
    }

    /** Of each frame of a stretch; zero where there is too little on one side. */
    private double[] ratios(Piece stretch) {
        int size = cepstra.size();
        int count = stretch.count();
        var sums = new double[count + 1][size];
        var squares = new double[count + 1][size];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < size; k++) {
                double value = cepstra.value(stretch.from() + i, k);
                sums[i + 1][k] = sums[i][k] + value;
                squares[i + 1][k] = squares[i][k] + value * value;
            }
        }
        var ratios = new double[count];
        for (int at = SHORTEST; at + SHORTEST <= count; at++) {
            int from = Math.max(0, at - REACH);
            int to = Math.min(count, at + REACH);
            for (int k = 0; k < size; k++) {
                ratios[at] +=
                        spread(sums, squares, from, to, k)
                                - spread(sums, squares, from, at, k)
                                - spread(sums, squares, at, to, k);
            }
        }
        return ratios;
    }

    private static double spread(double[][] sums, double[][] squares, int from, int to, int k) {
        int count = to - from;
        double mean = (sums[to][k] - sums[from][k]) / count;
        double variance = (squares[to][k] - squares[from][k]) / count - mean * mean;
        return count * Math.log(Math.max(variance, LEAST_VARIANCE)) / 2;
    }
}
