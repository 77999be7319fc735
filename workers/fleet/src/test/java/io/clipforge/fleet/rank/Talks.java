package io.clipforge.fleet.rank;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Sentence;
import io.clipforge.jobs.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Talks as a recogniser and an analysis would describe them. */
final class Talks {
    private static final String[] WORDS = {
        "the",
        "river",
        "people",
        "never",
        "why",
        "twelve",
        "love",
        "machine",
        "and",
        "quiet",
        "garden",
        "question",
        "answer",
        "travel",
        "money",
        "secret",
        "children",
        "work",
        "what"
    };

    private Talks() {}

    /** Sentences of 4 to 14 words with pauses between them. */
    static Material random(long seed, int sentences) {
        var random = new Random(seed);
        var words = new ArrayList<Word>();
        var spans = new ArrayList<Sentence>();
        long time = random.nextInt(2_000);
        for (int i = 0; i < sentences; i++) {
            int from = words.size();
            int count = 4 + random.nextInt(11);
            for (int j = 0; j < count; j++) {
                long length = 150L + random.nextInt(350);
                words.add(
                        new Word(
                                WORDS[random.nextInt(WORDS.length)],
                                time,
                                time + length,
                                null,
                                null));
                time += length + random.nextInt(60);
            }
            spans.add(new Sentence(from, words.size()));
            time += 200L + random.nextInt(900);
        }
        return new Material(
                time + 500, new Transcript("en", "test", words, spans), analysis(time + 500));
    }

    /** As uneven as talk can be: single words, breathless sentences, long silences. */
    static Material uneven(Random random, long lengthMs) {
        var words = new ArrayList<Word>();
        var spans = new ArrayList<Sentence>();
        long time = random.nextInt(3_000);
        while (time < lengthMs) {
            int from = words.size();
            long length = 150L + random.nextInt(300);
            for (int i = random.nextInt(25); i >= 0; i--) {
                words.add(new Word("w" + random.nextInt(500), time, time + length, null, null));
                time += length;
            }
            spans.add(new Sentence(from, words.size()));
            time += random.nextInt(10) == 0 ? random.nextInt(8_000) : random.nextInt(900);
        }
        return new Material(time, new Transcript("en", "test", words, spans), analysis(time));
    }

    static Material said(long durationMs, String... sentences) {
        var words = new ArrayList<Word>();
        var spans = new ArrayList<Sentence>();
        long time = 500;
        for (var sentence : sentences) {
            int from = words.size();
            for (var word : List.of(sentence.split(" ", -1))) {
                words.add(new Word(word, time, time + 300, null, null));
                time += 350;
            }
            spans.add(new Sentence(from, words.size()));
            time += 600;
        }
        return new Material(
                durationMs, new Transcript("en", "test", words, spans), analysis(durationMs));
    }

    static Material in(String language, Material material) {
        var said = material.transcript();
        return new Material(
                material.durationMs(),
                new Transcript(language, "test", said.words(), said.sentences()),
                material.analysis());
    }

    static Material silent(long durationMs, Analysis analysis) {
        return new Material(
                durationMs, new Transcript("und", "test", List.of(), List.of()), analysis);
    }

    static Analysis analysis(long durationMs) {
        var shots = new ArrayList<Analysis.Shot>();
        for (long start = 0; start < durationMs; start += 7_000) {
            shots.add(new Analysis.Shot(start, Math.min(start + 7_000, durationMs)));
        }
        var loudness = new ArrayList<Double>();
        for (long at = 0; at < durationMs; at += 100) {
            loudness.add(-25 + 6 * Math.sin(at / 3_000.0));
        }
        return new Analysis(shots, List.of(), 100, loudness);
    }
}
