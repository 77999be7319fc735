package io.clipforge.media.shots;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds cuts in a row of pictures at a constant rate, with a memory of a second on both sides.
 *
 * <p>A hard cut is a change that is large in itself and against the changes around it (as in
 * PySceneDetect's adaptive detector), after which nothing looks like anything before it: a
 * photographer's flash or a dropped frame changes the picture as much, but it comes back. A fade
 * through black and a dissolve are one cut each, in their middle.
 */
final class CutFinder {
    private static final double LEAST_CHANGE = 12;
    private static final double LEAST_RATIO = 3;
    private static final double CALM = 1.5;

    /** Share of the change below which two pictures count as the same. */
    private static final double RETURN = 0.5;

    private static final int NEIGHBOURS = 3;
    private static final long RETURN_MS = 400;
    private static final long MEMORY_MS = 1000;
    static final long SHORTEST_SHOT_MS = 400;

    private final List<Step> window = new ArrayList<>();
    private final List<Long> cuts = new ArrayList<>();
    private int at;
    private long lastCutMs;
    private @Nullable Long blackSinceMs;
    private @Nullable Long dissolvingSinceMs;

    /** Pictures come in order. */
    void add(Picture picture) {
        double change = window.isEmpty() ? 0 : window.getLast().picture().difference(picture);
        window.add(new Step(picture, change));
        while (at < window.size() && window.get(at).timeMs() + MEMORY_MS <= picture.timeMs()) {
            decide();
        }
    }

    /** Where each shot but the first begins, milliseconds. */
    List<Long> finish() {
        while (at < window.size()) {
            decide();
        }
        return List.copyOf(cuts);
    }

    private void decide() {
        var now = window.get(at);
        boolean hard = stands() && !comesBack();
        watchBlack(now.picture(), hard);
        watchDissolve(now.timeMs());
        if (hard) {
            cut(now.timeMs());
        }
        at++;
        while (window.getFirst().timeMs() < now.timeMs() - MEMORY_MS) {
            window.removeFirst();
            at--;
        }
    }

    private void cut(long timeMs) {
        if (timeMs - lastCutMs >= SHORTEST_SHOT_MS) {
            cuts.add(timeMs);
            lastCutMs = timeMs;
        }
    }

    private boolean stands() {
        double change = window.get(at).change();
        if (change < LEAST_CHANGE) {
            return false;
        }
        int from = Math.max(0, at - NEIGHBOURS);
        int to = Math.min(window.size(), at + NEIGHBOURS + 1);
        double around = -change;
        for (var step : window.subList(from, to)) {
            around += step.change();
        }
        return change >= LEAST_RATIO * Math.max(CALM, around / Math.max(1, to - from - 1));
    }

    private boolean comesBack() {
        var cut = window.get(at);
        double same = RETURN * cut.change();
        for (int before = at - 1; before >= 0 && recent(before); before--) {
            for (int after = at; after < window.size() && recent(after); after++) {
                var earlier = window.get(before).picture();
                if (earlier.difference(window.get(after).picture()) < same) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean recent(int step) {
        return Math.abs(window.get(step).timeMs() - window.get(at).timeMs()) <= RETURN_MS;
    }

    /** A fade has no hard cut at either end of its black. */
    private void watchBlack(Picture picture, boolean hard) {
        if (picture.black()) {
            blackSinceMs = blackSinceMs == null ? picture.timeMs() : blackSinceMs;
        } else if (blackSinceMs != null) {
            if (!hard && blackSinceMs > lastCutMs) {
                cut((blackSinceMs + picture.timeMs()) / 2);
            }
            blackSinceMs = null;
        }
    }

    private void watchDissolve(long timeMs) {
        if (Dissolve.at(at, window)) {
            dissolvingSinceMs = dissolvingSinceMs == null ? timeMs : dissolvingSinceMs;
        } else if (dissolvingSinceMs != null) {
            cut((dissolvingSinceMs + timeMs) / 2);
            dissolvingSinceMs = null;
        }
    }
}
