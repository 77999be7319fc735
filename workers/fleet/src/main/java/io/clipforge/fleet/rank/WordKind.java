package io.clipforge.fleet.rank;

import java.util.Set;

/** English words of a kind, and how many of them are a lot. */
enum WordKind {
    EMOTION(0.04) {
        @Override
        boolean holds(String plain) {
            return Vocabulary.feels(plain);
        }
    },
    NUMBER(0.04) {
        @Override
        boolean holds(String plain) {
            return Vocabulary.counts(plain);
        }
    },
    POSITIVE(0.06) {
        @Override
        boolean holds(String plain) {
            return GOOD.contains(plain);
        }
    },
    NEGATIVE(0.06) {
        @Override
        boolean holds(String plain) {
            return BAD.contains(plain);
        }
    },
    SECOND_PERSON(0.1) {
        @Override
        boolean holds(String plain) {
            return YOU.contains(plain);
        }
    },
    FIRST_PERSON(0.1) {
        @Override
        boolean holds(String plain) {
            return ME.contains(plain);
        }
    },
    CONTRAST(0.06) {
        @Override
        boolean holds(String plain) {
            return AGAINST.contains(plain);
        }
    },
    SUPERLATIVE(0.05) {
        @Override
        boolean holds(String plain) {
            return MOST.contains(plain);
        }
    };

    private static final Set<String> GOOD =
            Set.of(
                    "good",
                    "better",
                    "best",
                    "great",
                    "love",
                    "happy",
                    "hope",
                    "win",
                    "won",
                    "success",
                    "strong",
                    "free",
                    "freedom",
                    "safe",
                    "peace",
                    "proud",
                    "thank",
                    "thanks",
                    "beautiful",
                    "wonderful",
                    "amazing",
                    "incredible",
                    "fair",
                    "true",
                    "truth",
                    "trust",
                    "friend",
                    "friends",
                    "help",
                    "joy",
                    "fun",
                    "easy",
                    "healthy",
                    "brave",
                    "courage",
                    "dream",
                    "perfect",
                    "excited",
                    "like",
                    "enjoy",
                    "gift");

    private static final Set<String> BAD =
            Set.of(
                    "bad",
                    "worse",
                    "worst",
                    "wrong",
                    "fail",
                    "failed",
                    "failure",
                    "hate",
                    "fear",
                    "afraid",
                    "kill",
                    "killed",
                    "death",
                    "dead",
                    "die",
                    "died",
                    "war",
                    "enemy",
                    "enemies",
                    "crime",
                    "terror",
                    "pain",
                    "sick",
                    "poor",
                    "problem",
                    "problems",
                    "crisis",
                    "lost",
                    "lose",
                    "hard",
                    "terrible",
                    "horrible",
                    "awful",
                    "danger",
                    "dangerous",
                    "threat",
                    "lie",
                    "lies",
                    "broken",
                    "angry",
                    "sad",
                    "alone",
                    "mistake",
                    "stupid",
                    "hell",
                    "hurt",
                    "attack",
                    "trouble",
                    "difficult");

    private static final Set<String> YOU =
            Set.of("you", "your", "yours", "yourself", "you're", "you've", "you'll", "you'd");

    private static final Set<String> ME =
            Set.of("i", "me", "my", "mine", "myself", "i'm", "i've", "i'll", "i'd");

    private static final Set<String> AGAINST =
            Set.of(
                    "but",
                    "not",
                    "instead",
                    "however",
                    "yet",
                    "though",
                    "although",
                    "rather",
                    "unlike",
                    "never",
                    "neither",
                    "nor",
                    "without",
                    "don't",
                    "doesn't",
                    "didn't",
                    "isn't",
                    "aren't",
                    "can't",
                    "won't",
                    "wasn't",
                    "nobody",
                    "nothing");

    private static final Set<String> MOST =
            Set.of(
                    "most",
                    "ever",
                    "only",
                    "first",
                    "last",
                    "best",
                    "worst",
                    "greatest",
                    "biggest",
                    "largest",
                    "highest",
                    "lowest",
                    "strongest",
                    "fastest",
                    "longest",
                    "hardest",
                    "least",
                    "every",
                    "all",
                    "single",
                    "never",
                    "always",
                    "whole",
                    "entire");

    private final double fullShare;

    WordKind(double fullShare) {
        this.fullShare = fullShare;
    }

    abstract boolean holds(String plain);

    /** So many among so many words are all that can be wished; at least one. */
    double full(int words) {
        return Math.max(1, fullShare * words);
    }
}
