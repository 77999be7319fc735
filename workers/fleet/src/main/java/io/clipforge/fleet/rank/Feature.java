package io.clipforge.fleet.rank;

import java.util.Locale;

/**
 * What speaks for a moment, or against it. Values are 0 to 1; the weights are our judgement, to be
 * replaced by ones that are learned from what people watch.
 */
enum Feature {
    /** An opening that makes people stay, such as "here is why". */
    HOOK_PHRASE(1.2),
    /** A question is asked, best at the start. */
    QUESTION(0.8),
    /** Begins with a sentence that stands alone: no "and", no dangling "it". */
    COMPLETENESS(0.6),
    /** Words that the rest of the asset does not use. */
    NOVELTY(0.7),
    /** Words of strong feeling. */
    EMOTION_WORDS(0.6),
    /** Figures and numbers. */
    NUMBERS(0.4),
    /** Louder than the asset is on average. */
    AUDIO_ENERGY(0.6),
    /** Loud and soft change. */
    ENERGY_DYNAMICS(0.3),
    /** Spoken faster than the asset is on average. */
    SPEAKING_RATE(0.4),
    /** People take turns. */
    SPEAKER_CHANGES(0.4),
    /** The picture changes, about twice in ten seconds at best. */
    SHOT_RHYTHM(0.3),
    /** Someone can be seen. */
    FACES(0.4),
    /** Near the length that suits an asset of this duration. */
    LENGTH_FIT(1.0),
    /** Silence at the start or the end. */
    SILENCE_AT_ENDS(-0.5),
    /** Long stretches without a word. */
    PAUSES(-0.8);

    /**
     * A good moment of an ordinary talk has a sum of about 4.5 and so a score of 0.7; one without
     * merit gets 0.03 and one with everything 0.98.
     */
    static final double BIAS = -3.5;

    private final double weight;

    Feature(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    /** As reasons name it: {@code hook_phrase}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
