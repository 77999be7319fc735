package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Puts pieces of one voice together, the likeliest pair first, as in "Speaker, environment and
 * channel change detection and clustering via the Bayesian information criterion" (Chen and
 * Gopalakrishnan, 1998): two are of one voice when a single Gaussian tells both better than one for
 * each, which have more parameters.
 *
 * <p>Many pieces are put together neighbourhood by neighbourhood first, so that time and memory
 * grow with the length of the sound and not with its square.
 */
final class Clusters {
    /** How much a parameter costs while it is found out which pair is next. */
    private static final double ORDER = 1.5;

    /**
     * How much a parameter costs at the end. No voice is a Gaussian, so two samples of one voice
     * differ the more surely the more there is of them: what a frame costs. Both were found with
     * dialogues of flite's voices, their pitch and tract changed, and of two read recordings.
     */
    private static final double PARAMETER = 2.2;

    private static final double FRAME = 1 / 600.0;

    /** Pieces that are put together at a time, a few minutes. */
    private static final int NEIGHBOURHOOD = 300;

    private final Cepstra cepstra;
    private final double parameters;

    private Clusters(Cepstra cepstra) {
        this.cepstra = cepstra;
        parameters = cepstra.size() + cepstra.size() * (cepstra.size() + 1) / 2.0;
    }

    /**
     * @param speakers absent means as many as are heard
     * @return of each frame a number, from zero, of who speaks; below zero for voices that were
     *     heard for less than a Gaussian needs
     */
    static int[] of(Cepstra cepstra, List<Piece> pieces, @Nullable Integer speakers) {
        var clusters = new Clusters(cepstra);
        var voices = clusters.voices(pieces, speakers);
        var frames = new int[cepstra.count()];
        Arrays.fill(frames, -1);
        for (int voice = 0; voice < voices.size(); voice++) {
            for (var piece : voices.get(voice).pieces) {
                Arrays.fill(frames, piece.from(), piece.to(), voice);
            }
        }
        return frames;
    }

    private List<Cluster> voices(List<Piece> pieces, @Nullable Integer speakers) {
        var all = new ArrayList<Cluster>();
        for (int from = 0; from < pieces.size(); from += NEIGHBOURHOOD) {
            int to = Math.min(from + NEIGHBOURHOOD, pieces.size());
            var near = pieces.subList(from, to).stream().map(this::cluster).toList();
            all.addAll(pieces.size() <= NEIGHBOURHOOD ? near : merge(near, this::different));
        }
        if (speakers != null) {
            return merge(all, (_, _, left) -> left <= speakers);
        }
        var voices = merge(all, this::different);
        var heard = voices.stream().filter(it -> it.gaussian.count() >= parameters).toList();
        return heard.isEmpty() ? voices : heard;
    }

    /** When no more is to be put together. */
    @FunctionalInterface
    private interface End {
        /**
         * @param left how many there are, the likeliest two of which are these
         */
        boolean reached(Cluster one, Cluster other, int left);
    }

    private boolean different(Cluster one, Cluster other, int left) {
        double ones = one.gaussian.count();
        double others = other.gaussian.count();
        double both = ones * others / (ones + others);
        return ratio(one, other) > (PARAMETER + FRAME * both) * cost(ones + others);
    }

    private List<Cluster> merge(List<Cluster> apart, End end) {
        var clusters = new ArrayList<>(apart);
        var gains = new ArrayList<double[]>();
        for (int i = 0; i < clusters.size(); i++) {
            gains.add(new double[i]);
            for (int j = 0; j < i; j++) {
                gains.get(i)[j] = gain(clusters.get(i), clusters.get(j));
            }
        }
        while (clusters.size() > 1) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits for speakers any more");
            }
            int into = 0;
            int from = 1;
            for (int i = 1; i < clusters.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (gains.get(i)[j] > gains.get(from)[into]) {
                        from = i;
                        into = j;
                    }
                }
            }
            if (end.reached(clusters.get(into), clusters.get(from), clusters.size())) {
                break;
            }
            clusters.set(into, clusters.get(into).plus(clusters.get(from)));
            remove(clusters, gains, from);
            for (int i = 0; i < clusters.size(); i++) {
                if (i != into) {
                    gains.get(Math.max(i, into))[Math.min(i, into)] =
                            gain(clusters.get(i), clusters.get(into));
                }
            }
        }
        return clusters;
    }

    /** The last takes its place. */
    private static void remove(List<Cluster> clusters, List<double[]> gains, int at) {
        int last = clusters.size() - 1;
        var moved = gains.get(last);
        for (int i = 0; i < last; i++) {
            if (i != at) {
                gains.get(Math.max(i, at))[Math.min(i, at)] = moved[i];
            }
        }
        clusters.set(at, clusters.get(last));
        clusters.removeLast();
        gains.removeLast();
    }

    /** Above zero: one voice is likelier than two. */
    private double gain(Cluster one, Cluster other) {
        return ORDER * cost(one.gaussian.count() + (double) other.gaussian.count())
                - ratio(one, other);
    }

    private double cost(double frames) {
        return parameters * Math.log(frames) / 2;
    }

    /** Logarithm of how much likelier the frames are with two Gaussians than with one. */
    private static double ratio(Cluster one, Cluster other) {
        return one.gaussian.plus(other.gaussian).spread()
                - one.gaussian.spread()
                - other.gaussian.spread();
    }

    private Cluster cluster(Piece piece) {
        return new Cluster(List.of(piece), Gaussian.of(cepstra, piece.from(), piece.to()));
    }

    private record Cluster(List<Piece> pieces, Gaussian gaussian) {
        Cluster plus(Cluster other) {
            var all = new ArrayList<>(pieces);
            all.addAll(other.pieces);
            return new Cluster(all, gaussian.plus(other.gaussian));
        }
    }
}
