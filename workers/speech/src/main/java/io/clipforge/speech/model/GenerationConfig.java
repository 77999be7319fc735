package io.clipforge.speech.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the makers of a model say about its use, from its {@code generation_config.json}.
 *
 * @param multilingual whether it takes a language and a task
 * @param suppressed tokens that are never written
 * @param suppressedAtBegin tokens that are not written first
 * @param maxInitialTimestamp the first timestamp is at most this many steps of 20 ms
 * @param maxLength most tokens of a sequence, with the one it starts with, without what else it is
 *     told
 * @param alignmentHeads heads of cross-attention that follow the words; empty when nobody said
 */
public record GenerationConfig(
        boolean multilingual,
        List<Integer> suppressed,
        List<Integer> suppressedAtBegin,
        OptionalInt maxInitialTimestamp,
        OptionalInt maxLength,
        List<Head> alignmentHeads) {

    /** A head of attention in the decoder, both counted from 0. */
    public record Head(int layer, int head) {}

    public GenerationConfig {
        suppressed = List.copyOf(suppressed);
        suppressedAtBegin = List.copyOf(suppressedAtBegin);
        alignmentHeads = List.copyOf(alignmentHeads);
    }

    static GenerationConfig read(Path file) throws IOException {
        var json = new JsonMapper().readTree(file.toFile());
        return new GenerationConfig(
                json.path("is_multilingual").asBoolean(true),
                integers(json.path("suppress_tokens")),
                integers(json.path("begin_suppress_tokens")),
                integer(json.path("max_initial_timestamp_index")),
                integer(json.path("max_length")),
                elements(json.path("alignment_heads"))
                        .map(it -> new Head(it.path(0).intValue(), it.path(1).intValue()))
                        .toList());
    }

    private static OptionalInt integer(JsonNode value) {
        return value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    private static List<Integer> integers(JsonNode array) {
        return elements(array).map(JsonNode::intValue).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
