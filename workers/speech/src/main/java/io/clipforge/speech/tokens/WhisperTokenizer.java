package io.clipforge.speech.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Text to tokens and back, as {@code tokenizer.json} of a Whisper model says. */
public final class WhisperTokenizer {
    private final BytePairs pairs;
    private final Map<Integer, String> pieces;
    private final SpecialTokens special;

    private WhisperTokenizer(BytePairs pairs, Map<Integer, String> pieces, SpecialTokens special) {
        this.pairs = pairs;
        this.pieces = pieces;
        this.special = special;
    }

    /**
     * @param file {@code tokenizer.json} of Hugging Face's tokenizers
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is not one of Whisper's
     */
    public static WhisperTokenizer read(Path file) throws IOException {
        var json = new JsonMapper().readTree(file.toFile());
        var ids = new HashMap<String, Integer>();
        json.path("model")
                .path("vocab")
                .properties()
                .forEach(it -> ids.put(it.getKey(), it.getValue().intValue()));
        var added = new HashMap<String, Integer>();
        json.path("added_tokens")
                .forEach(it -> added.put(it.path("content").asText(), it.path("id").intValue()));
        added.keySet().forEach(ids::remove);
        var pieces = new HashMap<Integer, String>();
        ids.forEach((piece, id) -> pieces.put(id, piece));
        var ranks = ranks(json.path("model").path("merges"));
        return new WhisperTokenizer(
                new BytePairs(ids, ranks), Map.copyOf(pieces), SpecialTokens.from(added));
    }

    public SpecialTokens special() {
        return special;
    }

    /** What is written like a special token is text, too. */
    public List<Integer> encode(String text) {
        return pairs.encode(text);
    }

    /** The text alone; bytes that are no UTF-8 become U+FFFD. */
    public String decode(List<Integer> tokens) {
        var bytes = new ByteArrayOutputStream();
        for (int token : tokens) {
            if (special.isText(token)) {
                ByteAlphabet.read(pieces.getOrDefault(token, ""), bytes);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The text with times in it, like {@code <|2.44|>}. */
    public String decodeWithTimestamps(List<Integer> tokens) {
        var text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (special.isTimestamp(tokens.get(i))) {
                text.append(decode(tokens.subList(from, i)));
                double seconds = special.seconds(tokens.get(i));
                text.append(String.format(Locale.ROOT, "<|%.2f|>", seconds));
                from = i + 1;
            }
        }
        return text.append(decode(tokens.subList(from, tokens.size()))).toString();
    }

    /** A pair is a text with a blank in it, or, in newer files, an array of two. */
    private static Map<String, Integer> ranks(JsonNode merges) {
        var ranks = new HashMap<String, Integer>();
        for (var merge : merges) {
            var pair =
                    merge.isTextual()
                            ? merge.asText()
                            : merge.path(0).asText() + " " + merge.path(1).asText();
            ranks.put(pair, ranks.size());
        }
        return ranks;
    }
}
