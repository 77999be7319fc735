package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The score of a window is the logistic function of its weighted features: 1 / (1 + e^−(bias + Σ
 * weight × value)).
 */
final class Scorer {
    private final SpokenFeatures spoken;
    private final HeardFeatures heard;
    private final SeenFeatures seen;
    private final LengthFit lengths;

    Scorer(Material material, LengthFit lengths) {
        this.spoken = new SpokenFeatures(material.transcript());
        this.heard = new HeardFeatures(material);
        this.seen = new SeenFeatures(material);
        this.lengths = lengths;
    }

    double score(Window window) {
        double sum = Feature.BIAS;
        for (var feature : Feature.values()) {
            sum += feature.weight() * value(feature, window);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Every feature, the strongest first. */
    List<Reason> reasons(Window window) {
        return Arrays.stream(Feature.values())
                .map(it -> reason(it, value(it, window)))
                .sorted(Comparator.comparingDouble(Scorer::strength).reversed())
                .toList();
    }

    private double value(Feature feature, Window window) {
        return switch (feature) {
            case HOOK_PHRASE -> spoken.hook(window);
            case QUESTION -> spoken.question(window);
            case COMPLETENESS -> spoken.completeness(window);
            case NOVELTY -> spoken.novelty(window);
            case EMOTION_WORDS -> spoken.emotion(window);
            case NUMBERS -> spoken.numbers(window);
            case SPEAKING_RATE -> spoken.rate(window);
            case SPEAKER_CHANGES -> spoken.speakerChanges(window);
            case PAUSES -> spoken.pauses(window);
            case AUDIO_ENERGY -> heard.energy(window);
            case ENERGY_DYNAMICS -> heard.dynamics(window);
            case SILENCE_AT_ENDS -> heard.silenceAtEnds(window);
            case SHOT_RHYTHM -> seen.shotRhythm(window);
            case FACES -> seen.faces(window);
            case LENGTH_FIT -> lengths.of(window.lengthMs());
        };
    }

    private static Reason reason(Feature feature, double value) {
        return new Reason(feature.text(), value, feature.weight(), value * feature.weight());
    }

    private static double strength(Reason reason) {
        return Math.abs(reason.contribution());
    }
}
