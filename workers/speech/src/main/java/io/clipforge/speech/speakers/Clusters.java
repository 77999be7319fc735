package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts pieces of one voice together, the likeliest pair first, as in "Speaker, environment and
 * channel change detection and clustering via the Bayesian information criterion" (Chen and
 * Gopalakrishnan, 1998): two are of one voice when a single Gaussian tells both better than one for
 * each, which have more parameters. Faint frames do not count.
 *
 * <p>Many pieces are put together neighbourhood by neighbourhood first, so that time and memory
 * grow with the length of the sound and not with its square.
 */
final class Clusters implements Agglomeration.Kind<Clusters.Cluster> {
    /**
     * How much a parameter costs. No voice is a Gaussian, so two samples of one voice differ the
     * more surely the more there is of them: what a frame costs. Both were found with dialogues of
     * flite's voices, their pitch and tract changed, and of two read recordings.
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
     *     heard for less than a Gaussian needs, and for what is faint throughout
     */
    static int[] of(Cepstra cepstra, List<Piece> pieces, @Nullable Integer speakers) {
        var clusters = new Clusters(cepstra);
        var clear = pieces.stream().filter(clusters::clear).toList();
        var voices = clusters.voices(clear, speakers);
        var frames = new int[cepstra.count()];
        Arrays.fill(frames, -1);
        for (int voice = 0; voice < voices.size(); voice++) {
            for (var piece : voices.get(voice).pieces) {
                Arrays.fill(frames, piece.from(), piece.to(), voice);
            }
        }
        return frames;
    }

    private boolean clear(Piece piece) {
        return IntStream.range(piece.from(), piece.to()).anyMatch(it -> !cepstra.faint(it));
    }

    private List<Cluster> voices(List<Piece> pieces, @Nullable Integer speakers) {
        var all = new ArrayList<Cluster>();
        for (int from = 0; from < pieces.size(); from += NEIGHBOURHOOD) {
            int to = Math.min(from + NEIGHBOURHOOD, pieces.size());
            var near = pieces.subList(from, to).stream().map(this::cluster).toList();
            all.addAll(pieces.size() <= NEIGHBOURHOOD ? near : untilDifferent(near));
        }
        if (speakers != null) {
            return untilAsFew(all, speakers);
        }
        var voices = untilDifferent(all);
        var heard = voices.stream().filter(it -> it.gaussian.count() >= parameters).toList();
        return heard.isEmpty() ? voices : heard;
    }

    private List<Cluster> untilAsFew(List<Cluster> apart, int speakers) {
        var clusters = new Agglomeration<>(apart, this);
        while (clusters.size() > speakers) {
            clusters.merge();
        }
        return clusters.left();
    }

    private List<Cluster> untilDifferent(List<Cluster> apart) {
        var clusters = new Agglomeration<>(apart, this);
        while (clusters.size() > 1 && !different(clusters.one(), clusters.other())) {
            clusters.merge();
        }
        return clusters.left();
    }

    private boolean different(Cluster one, Cluster other) {
        double ones = one.gaussian.count();
        double others = other.gaussian.count();
        double both = ones * others / (ones + others);
        return ratio(one, other) > (PARAMETER + FRAME * both) * cost(ones + others);
    }

    /**
     * By the ratio alone: what parameters cost grows with the number of frames, and would put what
     * is large together before what is alike.
     */
    @Override
    public double likeness(Cluster one, Cluster other) {
        return -ratio(one, other);
    }

    @Override
    public Cluster together(Cluster one, Cluster other) {
        var all = new ArrayList<>(one.pieces);
        all.addAll(other.pieces);
        return new Cluster(all, one.gaussian.plus(other.gaussian));
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

    record Cluster(List<Piece> pieces, Gaussian gaussian) {}
}
