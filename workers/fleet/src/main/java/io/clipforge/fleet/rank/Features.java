package io.clipforge.fleet.rank;

/**
 * Measures windows. All that needs a look at the whole asset is looked at once, in running sums, so
 * that a window costs the same in a talk of a minute and of three hours.
 */
final class Features {
    private final SpokenFeatures spoken;
    private final WordFeatures words;
    private final HeardFeatures heard;
    private final SeenFeatures seen;
    private final ChatFeatures chat;
    private final LengthFit lengths;

    Features(Material material, LengthFit lengths) {
        this.spoken = new SpokenFeatures(material.transcript());
        this.words = new WordFeatures(material.transcript());
        this.heard = new HeardFeatures(material);
        this.seen = new SeenFeatures(material);
        this.chat = new ChatFeatures(material);
        this.lengths = lengths;
    }

    FeatureValues of(Window window) {
        return FeatureValues.of(feature -> value(feature, window));
    }

    private double value(Feature feature, Window window) {
        return switch (feature) {
            case HOOK_PHRASE -> words.hook(window);
            case QUESTION -> words.question(window);
            case OPENING_QUESTION -> words.openingQuestion(window);
            case COMPLETENESS -> words.completeness(window);
            case NOVELTY -> words.novelty(window);
            case EMOTION_WORDS -> words.of(WordKind.EMOTION, window);
            case POSITIVE_WORDS -> words.of(WordKind.POSITIVE, window);
            case NEGATIVE_WORDS -> words.of(WordKind.NEGATIVE, window);
            case NUMBERS -> words.of(WordKind.NUMBER, window);
            case SECOND_PERSON -> words.of(WordKind.SECOND_PERSON, window);
            case FIRST_PERSON -> words.of(WordKind.FIRST_PERSON, window);
            case CONTRAST -> words.of(WordKind.CONTRAST, window);
            case SUPERLATIVES -> words.of(WordKind.SUPERLATIVE, window);
            case REPETITION -> words.repetition(window);
            case PLAIN_WORDS -> words.plainness(window);
            case SHORT_SENTENCES -> words.shortness(window);
            case SHORT_ENDING -> words.endingShortness(window);
            case SPEAKING_RATE -> spoken.rate(window);
            case SPEAKER_CHANGES -> spoken.speakerChanges(window);
            case LEADING_PAUSE -> spoken.leadingPause(window);
            case PAUSES -> spoken.pauses(window);
            case AUDIO_ENERGY -> heard.energy(window);
            case ENERGY_DYNAMICS -> heard.dynamics(window);
            case REACTION -> heard.reaction(window);
            case SILENCE_AT_ENDS -> heard.silenceAtEnds(window);
            case SHOT_RHYTHM -> seen.shotRhythm(window);
            case FACES -> seen.faces(window);
            case CHAT_BURST -> chat.burst(window);
            case LENGTH_FIT -> lengths.of(window.lengthMs());
        };
    }
}
