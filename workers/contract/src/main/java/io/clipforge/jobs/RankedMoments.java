package io.clipforge.jobs;

import java.util.List;

/** The moments of an asset, best first; they do not overlap. */
public record RankedMoments(List<Moment> moments) {
    public RankedMoments {
        moments = List.copyOf(moments);
    }

    /**
     * @param startMs inclusive; never inside a word
     * @param endMs exclusive; never inside a word
     * @param score 0 to 1
     * @param title made of the moment's own words
     * @param reasons every feature that made the score, strongest contribution first
     */
    public record Moment(
            long startMs, long endMs, double score, String title, List<Reason> reasons) {
        public Moment {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One named feature.
     *
     * @param value 0 to 1
     * @param weight how much the scorer values the feature; negative for a fault
     * @param contribution value × weight
     */
    public record Reason(String feature, double value, double weight, double contribution) {}
}
