package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/** How each speaker sounds, and who therefore speaks when. */
final class Voices {
    /** Frames that a turn has at least, where it does not fill a stretch: 0.4 s. */
    private static final int SHORTEST = 40;

    /** Natural logarithm of how much less likely a change is than none. */
    private static final double CHANGE = 5;

    private static final int MOST_COMPONENTS = 8;
    private static final int FRAMES_PER_COMPONENT = 50;

    /** More teach nothing new: 200 s. */
    private static final int MOST_FRAMES = 20_000;

    private final List<Mixture> mixtures;

    private Voices(List<Mixture> mixtures) {
        this.mixtures = mixtures;
    }

    /**
     * @param voices a number for each frame
     */
    static Voices of(Cepstra cepstra, int[] voices) {
        var mixtures = new ArrayList<Mixture>();
        int most = Arrays.stream(voices).max().orElse(-1);
        for (int voice = 0; voice <= most; voice++) {
            var frames = frames(voices, voice);
            if (frames.length > 0) {
                int components =
                        Math.clamp(frames.length / FRAMES_PER_COMPONENT, 1, MOST_COMPONENTS);
                mixtures.add(Mixture.of(cepstra, frames, components));
            }
        }
        return new Voices(List.copyOf(mixtures));
    }

    /** The likeliest number for each frame. */
    int[] path(Cepstra cepstra) {
        var voices = new int[cepstra.count()];
        for (var stretch : Changes.stretches(cepstra)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits for speakers any more");
            }
            path(stretch, likelihoods(cepstra, stretch), voices);
        }
        return voices;
    }

    /** Evenly spread over the sound. */
    private static int[] frames(int[] voices, int voice) {
        int all = 0;
        for (int it : voices) {
            all += it == voice ? 1 : 0;
        }
        int stride = Math.ceilDiv(all, MOST_FRAMES);
        var frames = new int[all == 0 ? 0 : Math.ceilDiv(all, stride)];
        for (int i = 0, seen = 0; i < voices.length; i++) {
            if (voices[i] == voice && seen++ % stride == 0) {
                frames[(seen - 1) / stride] = i;
            }
        }
        return frames;
    }

    /** Of each voice, summed up to each frame. */
    private double[][] likelihoods(Cepstra cepstra, Piece stretch) {
        var sums = new double[mixtures.size()][stretch.count() + 1];
        for (int voice = 0; voice < sums.length; voice++) {
            for (int i = 0; i < stretch.count(); i++) {
                sums[voice][i + 1] =
                        sums[voice][i] + mixtures.get(voice).log(cepstra, stretch.from() + i);
            }
        }
        return sums;
    }

    /** Each step of the way keeps a voice, or comes from another one {@code least} frames ago. */
    private static void path(Piece stretch, double[][] sums, int[] voices) {
        int count = stretch.count();
        int least = Math.min(SHORTEST, count);
        var best = new double[sums.length][count + 1];
        var begun = new int[sums.length][count + 1];
        var before = new int[sums.length][count + 1];
        for (int at = 0; at <= count; at++) {
            for (int voice = 0; voice < sums.length; voice++) {
                best[voice][at] = Double.NEGATIVE_INFINITY;
                if (at < least) {
                    continue;
                }
                int other = at == least ? -1 : likeliest(best, voice, at - least);
                double come =
                        at == least
                                ? 0
                                : other < 0
                                        ? Double.NEGATIVE_INFINITY
                                        : best[other][at - least] - CHANGE;
                come += sums[voice][at] - sums[voice][at - least];
                double stay = best[voice][at - 1] + sums[voice][at] - sums[voice][at - 1];
                boolean comes = come > stay;
                best[voice][at] = comes ? come : stay;
                begun[voice][at] = comes ? at - least : begun[voice][at - 1];
                before[voice][at] = comes ? other : before[voice][at - 1];
            }
        }
        int voice = likeliest(best, -1, count);
        for (int at = count; at > 0; ) {
            int from = begun[voice][at];
            Arrays.fill(voices, stretch.from() + from, stretch.from() + at, voice);
            voice = before[voice][at];
            at = from;
        }
    }

    /** Below zero when there is none. */
    private static int likeliest(double[][] best, int except, int at) {
        int likeliest = -1;
        for (int voice = 0; voice < best.length; voice++) {
            if (voice != except
                    && best[voice][at] > Double.NEGATIVE_INFINITY
                    && (likeliest < 0 || best[voice][at] > best[likeliest][at])) {
                likeliest = voice;
            }
        }
        return likeliest;
    }
}
