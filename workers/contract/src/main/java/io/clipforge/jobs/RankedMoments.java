package io.clipforge.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The moments of an asset, best first; they do not overlap. */
public record RankedMoments(List<Moment> moments) {
    public RankedMoments {
        moments = List.copyOf(moments);
    }

    /**
     * @param startMs inclusive; never inside a word
     * @param endMs exclusive; never inside a word
     * @param score 0 to 1: the logistic function of {@code start} plus all contributions
     * @param title made of the moment's own words
     * @param reasons every feature that made the score, strongest contribution first
     * @param scorer what made the score: {@code weighted}, or the name of a model; absent from
     *     fleets that had only weights
     * @param start log-odds before any feature adds to it; absent from such fleets
     * @param probability how likely people react to such a passage, calibrated on what the model
     *     was taught, 0 to 1; absent where no model scored
     * @param hashtags made of the moment's own words, with their {@code #}, best first, at most
     *     five; absent from fleets that made none
     */
    public record Moment(
            long startMs,
            long endMs,
            double score,
            String title,
            List<Reason> reasons,
            @Nullable String scorer,
            @Nullable Double start,
            @Nullable Double probability,
            @Nullable List<String> hashtags) {
        public Moment {
            reasons = List.copyOf(reasons);
            hashtags = hashtags == null ? null : List.copyOf(hashtags);
        }
    }

    /**
     * One named feature.
     *
     * @param value 0 to 1
     * @param weight how much the feature counts: what the value is multiplied with, negative for a
     *     fault; where a model judges it, the mean size of its contributions
     * @param contribution what it adds to the log-odds of the score: value × weight, or what the
     *     model finds in it beside the other features
     */
    public record Reason(String feature, double value, double weight, double contribution) {}
}
