package io.clipforge.fleet.rank;

import java.util.Locale;

/**
 * What speaks for a moment, or against it. Values are 0 to 1; the weights are our judgement, which
 * a model that learned from people replaces for the features it was taught.
 */
enum Feature {
    /** An opening that makes people stay, such as "here is why". */
    HOOK_PHRASE(1.2, false),
    /** A question is asked. */
    QUESTION(0.8, true),
    /** The first sentence asks it. */
    OPENING_QUESTION(0.3, false),
    /** Begins with a sentence that stands alone: no "and", no dangling "it". */
    COMPLETENESS(0.6, false),
    /** Words that the rest of the asset does not use. */
    NOVELTY(0.7, true),
    /** Words of strong feeling. */
    EMOTION_WORDS(0.4, true),
    /** Words for what is good. */
    POSITIVE_WORDS(0.2, true),
    /** Words for what is bad. */
    NEGATIVE_WORDS(0.2, true),
    /** Figures and numbers. */
    NUMBERS(0.4, true),
    /** The listener is spoken to. */
    SECOND_PERSON(0.3, true),
    /** The speaker tells of himself or herself. */
    FIRST_PERSON(0.2, true),
    /** One thing is set against another: "but", "instead". */
    CONTRAST(0.3, true),
    /** Something is the most, the first, the only one. */
    SUPERLATIVES(0.2, true),
    /** The same two words again soon, as speakers do for effect. */
    REPETITION(0.1, true),
    /** Short words. */
    PLAIN_WORDS(0.2, true),
    /** Short sentences. */
    SHORT_SENTENCES(0.2, true),
    /** The last sentence is a short one. */
    SHORT_ENDING(0.2, true),
    /** Louder than the asset is on average. */
    AUDIO_ENERGY(0.6, false),
    /** Loud and soft change. */
    ENERGY_DYNAMICS(0.3, false),
    /** Loud while nobody says a word, as laughter and applause are, inside or just behind it. */
    REACTION(0.6, false),
    /** Spoken faster than the asset is on average. */
    SPEAKING_RATE(0.4, false),
    /** People take turns. */
    SPEAKER_CHANGES(0.4, false),
    /** The picture changes, about twice in ten seconds at best. */
    SHOT_RHYTHM(0.3, false),
    /** Someone can be seen. */
    FACES(0.4, false),
    /** Many who watched live wrote at once. */
    CHAT_BURST(1.0, false),
    /** Near the length that suits an asset of this duration. */
    LENGTH_FIT(1.0, false),
    /** A pause goes before it: a new thought begins. */
    LEADING_PAUSE(0.2, false),
    /** Silence at the start or the end. */
    SILENCE_AT_ENDS(-0.5, false),
    /** Long stretches without a word. */
    PAUSES(-0.8, false);

    /**
     * A good moment of an ordinary talk has a sum of about 5.2 and so a score of 0.7; one without
     * merit gets 0.02 and one with everything 0.99.
     */
    static final double BIAS = -4.3;

    private final double weight;
    private final boolean taught;

    Feature(double weight, boolean taught) {
        this.weight = weight;
        this.taught = taught;
    }

    double weight() {
        return weight;
    }

    /**
     * Whether an audience's reactions in a written record can teach it: the words alone tell it,
     * and it is about what is said, not about how a clip begins for someone who was not there.
     */
    boolean taught() {
        return taught;
    }

    /** As reasons name it: {@code hook_phrase}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
