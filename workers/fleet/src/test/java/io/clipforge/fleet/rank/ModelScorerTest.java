package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.RankedMoments.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelScorerTest {
    private static final LearnedModel SHIPPED = LearnedModel.shipped();
    private static final String IMPORTANCE =
            """
            importance.question=1
            importance.novelty=1
            importance.numbers=1
            importance.contrast=1
            importance.faces=1
            """;

    @TempDir Path folder;

    @Test
    void theStartAndAllReasonsMakeTheScore() {
        var moments =
                new Ranker(Talks.random(5, 60), new ModelScorer(SHIPPED), 8_000, 60_000, 12)
                        .moments();
        assertTrue(moments.size() >= 6);
        for (var moment : moments) {
            assertEquals("reactions-en", moment.scorer());
            assertEquals(Feature.values().length, moment.reasons().size());
            double sum =
                    Objects.requireNonNull(moment.start())
                            + moment.reasons().stream().mapToDouble(Reason::contribution).sum();
            assertEquals(1 / (1 + Math.exp(-sum)), moment.score(), 1e-12);
            double probability = value(moment.probability());
            assertTrue(probability > 0 && probability < 1);
        }
    }

    @Test
    void theModelJudgesWhatItWasTaughtAndTheWeightsTheRest() {
        for (var feature : Feature.values()) {
            assertEquals(feature.taught(), SHIPPED.knows(feature), feature.text());
        }
    }

    @Test
    void banterWithTheAudienceIsLikelierToBeReactedToThanAReport() {
        var talk =
                Talks.said(
                        60_000,
                        "the committee submits the appropriations report concerning infrastructure",
                        "you know i thought you might like it",
                        "i guess you did not",
                        "thank you");
        var features = new Features(talk, new LengthFit(8_000));
        var scorer = new ModelScorer(SHIPPED);
        var report = features.of(new Window(0, 1, 500, 3_000, 0, 8));
        var banter = features.of(new Window(1, 4, 3_600, 9_000, 8, 22));
        assertTrue(scorer.probability(banter) > 1.5 * scorer.probability(report));
    }

    @Test
    void theWeightsJudgeWhatTheModelDoesNotUnderstand() throws Exception {
        var judges = new Judges(new RankSettings("shipped"));
        var english = Talks.random(1, 20);
        assertInstanceOf(ModelScorer.class, judges.of(english));
        assertInstanceOf(ModelScorer.class, judges.of(Talks.in("en-GB", english)));
        assertInstanceOf(WeightedScorer.class, judges.of(Talks.in("de", english)));
        assertInstanceOf(
                WeightedScorer.class, judges.of(Talks.silent(9_000, Talks.analysis(9_000))));
        assertInstanceOf(WeightedScorer.class, new Judges(new RankSettings("none")).of(english));
    }

    @Test
    void anOwnModelIsReadWithWhatStandsBesideIt() throws Exception {
        var model = ownModel("languages=de,fr\nslope=2\nintercept=1\nbase-rate=0.5\n" + IMPORTANCE);
        var judges = new Judges(new RankSettings(model.toString()));
        var scorer = judges.of(Talks.in("fr", Talks.random(1, 20)));
        assertEquals("own", scorer.name());
    }

    @Test
    void anOwnModelThatDoesNotSayAllIsRefused() throws Exception {
        for (var facts :
                List.of(
                        "",
                        "languages=de\nslope=x\nintercept=1\nbase-rate=0.5\n" + IMPORTANCE,
                        "languages=de\nslope=2\nintercept=1\nbase-rate=1\n" + IMPORTANCE,
                        "languages=de\nslope=2\nintercept=1\nbase-rate=0.5\n")) {
            var settings = new RankSettings(ownModel(facts).toString());
            assertThrows(IllegalArgumentException.class, () -> new Judges(settings), facts);
        }
    }

    private Path ownModel(String facts) throws Exception {
        try (var in = LearnedModel.class.getResourceAsStream("boosting/binary.txt")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var named =
                    text.replace(
                            "Column_0 Column_1 Column_2 Column_3 Column_4",
                            "question novelty numbers contrast faces");
            Files.writeString(folder.resolve("own.properties"), facts);
            return Files.writeString(folder.resolve("own.txt"), named);
        }
    }

    private static double value(@Nullable Double value) {
        return Objects.requireNonNull(value, "a model gives a probability");
    }
}
