package io.clipforge.media.quality;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is seen. A source may be black or stand still, for a slide does and so does the cover of a
 * podcast: that is worth a look. What the rendering blackens or stops is a fault. So is a clip that
 * is black throughout in which nobody speaks: there is nothing to see and nothing to listen to.
 *
 * @param drawn the clip as it was drawn
 * @param source the same stretch of the source; absent when it has no picture
 * @param keyFrames the finished file's
 * @param keySeconds when each of them is shown
 * @param spoken whether the clip has words
 */
public record PictureChecks(
        Glimpses drawn,
        @Nullable Glimpses source,
        Glimpses keyFrames,
        List<Double> keySeconds,
        boolean spoken) {
    private static final double BLINK_SECONDS = 0.5;
    private static final double THROUGHOUT = 0.95;
    private static final double DULL_SECONDS = 2;
    private static final double STOPPED_SECONDS = 1;
    private static final double LOSS = 0.08;

    public PictureChecks {
        keySeconds = List.copyOf(keySeconds);
    }

    public List<Check> checks() {
        return List.of(black(), blackAdded(), frozen(), frozenAdded(), encoding());
    }

    private Check black() {
        var black = Stretches.of(drawn.count(), this::isBlack);
        double seconds = seconds(black.count());
        if (black.count() < THROUGHOUT * drawn.count() || spoken) {
            return Check.warnsAbove(
                    Subject.BLACK_PICTURE,
                    seconds,
                    BLINK_SECONDS,
                    said("The picture is black for %.1f s.", seconds));
        }
        return new Check(
                Subject.BLACK_PICTURE,
                Verdict.FAIL,
                seconds,
                BLINK_SECONDS,
                "The picture is black throughout and nobody speaks.");
    }

    /** Captions and marks on a black source do not light it. */
    private boolean isBlack(int at) {
        boolean sourceIs = source != null && at < source.count() && source.isBlack(at);
        return sourceIs || drawn.isBlack(at);
    }

    private Check blackAdded() {
        double seconds =
                source == null
                        ? 0
                        : seconds(
                                Stretches.of(
                                                Math.min(drawn.count(), source.count()),
                                                it -> drawn.isBlack(it) && source.isLit(it))
                                        .count());
        return Check.failsAbove(
                Subject.BLACK_ADDED,
                seconds,
                BLINK_SECONDS,
                said("The picture is black for %.1f s where the source is not.", seconds));
    }

    private Check frozen() {
        double seconds = seconds(Stretches.of(drawn.count(), drawn::isStill).longest());
        return Check.warnsAbove(
                Subject.FROZEN_PICTURE,
                seconds,
                DULL_SECONDS,
                said("The picture stands still for up to %.1f s.", seconds));
    }

    private Check frozenAdded() {
        double seconds =
                source == null
                        ? 0
                        : seconds(
                                Stretches.of(
                                                Math.min(drawn.count(), source.count()),
                                                it -> drawn.isStill(it) && source.isMoving(it))
                                        .longest());
        return Check.failsAbove(
                Subject.FROZEN_ADDED,
                seconds,
                STOPPED_SECONDS,
                said("The picture stands still for %.1f s while the source moves.", seconds));
    }

    private Check encoding() {
        // an encoder loves to put key frames on flashes, which fall between two looks
        double least =
                IntStream.range(0, keySeconds.size())
                        .mapToDouble(i -> loss(keySeconds.get(i), keyFrames.pictures().get(i)))
                        .min()
                        .orElse(1);
        return Check.failsAbove(
                Subject.PICTURE_ENCODING,
                least,
                LOSS,
                said("The file's picture differs from what was drawn by %.1f %%.", 100 * least));
    }

    /** The nearest look may be a frame away: of its neighbours the most similar counts. */
    private double loss(double seconds, byte[] picture) {
        int nearest = (int) Math.round(seconds * Glimpses.RATE);
        double least = 1;
        for (int i = Math.max(0, nearest - 1); i <= nearest + 1 && i < drawn.count(); i++) {
            least = Math.min(least, drawn.difference(i, picture));
        }
        return least;
    }

    private static double seconds(int pictures) {
        return (double) pictures / Glimpses.RATE;
    }

    private static String said(String sentence, double figure) {
        return String.format(Locale.ROOT, sentence, figure);
    }
}
