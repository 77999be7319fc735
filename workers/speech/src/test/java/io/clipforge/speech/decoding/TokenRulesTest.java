package io.clipforge.speech.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.speech.Fixtures;
import io.clipforge.speech.tokens.SpecialTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule forbids what openai-whisper's forbids, on the same logits after the same tokens. */
class TokenRulesTest {
    private static final JsonNode EXPECTED = Fixtures.json("rules.json");
    private static final SpecialTokens SPECIAL = Fixtures.tokenizer("bins80").special();
    private static final int VOCABULARY = SPECIAL.timestampBegin() + 1501;

    static Stream<JsonNode> cases() {
        return StreamSupport.stream(EXPECTED.path("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleForbidsWhatTheReferenceForbids(JsonNode given) {
        var scores = logits(given.path("case").intValue(), given.path("lift").floatValue());

        rule(given.path("rule").asText()).apply(scores, Fixtures.integers(given.path("tokens")));

        assertEquals(runs(given.path("forbidden")), runs(scores));
    }

    private static TokenRule rule(String name) {
        return switch (name) {
            case "blank" -> new SuppressAtBegin(List.of(220, SPECIAL.endOfText()));
            case "tokens" -> new Suppress(Fixtures.integers(EXPECTED.path("suppressed")));
            case "timestamps" -> new TimestampRules(SPECIAL, OptionalInt.of(50));
            case "unlimited" -> new TimestampRules(SPECIAL, OptionalInt.empty());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static float[] logits(int number, float lift) {
        var logits = new float[VOCABULARY];
        for (int token = 0; token < VOCABULARY; token++) {
            logits[token] = (float) (8 * Fixtures.hashed(token + number * 7919));
            if (SPECIAL.isTimestamp(token)) {
                logits[token] += lift - 6;
            }
        }
        return logits;
    }

    private static List<List<Integer>> runs(JsonNode array) {
        var runs = new ArrayList<List<Integer>>();
        array.forEach(it -> runs.add(Fixtures.integers(it)));
        assertTrue(runs.stream().allMatch(it -> it.size() == 2));
        return runs;
    }

    private static List<List<Integer>> runs(float[] scores) {
        var runs = new ArrayList<List<Integer>>();
        for (int from = 0; from < scores.length; from++) {
            int to = from;
            while (to < scores.length && scores[to] == Scores.FORBIDDEN) {
                to++;
            }
            if (to > from) {
                runs.add(List.of(from, to));
                from = to;
            }
        }
        return runs;
    }
}
