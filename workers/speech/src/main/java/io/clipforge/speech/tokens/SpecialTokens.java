package io.clipforge.speech.tokens;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens that are no text. The decoder is told what to do by the first ones: {@code
 * startOfPrevious}, what was said before, {@code startOfTranscript}, the language, the task, and
 * {@code noTimestamps} unless it shall write times. Times are the tokens from {@code
 * timestampBegin} on, one for each 20 ms of the 30 s.
 *
 * @param languages the token of each language by its code, in the order of the tokens; empty for a
 *     model that knows English only
 */
public record SpecialTokens(
        int endOfText,
        int startOfTranscript,
        Map<String, Integer> languages,
        int translate,
        int transcribe,
        int startOfPrevious,
        int noSpeech,
        int noTimestamps) {
    /** Between two timestamps. */
    public static final double SECONDS_PER_TIMESTAMP = 0.02;

    public SpecialTokens {
        languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
    }

    public int timestampBegin() {
        return noTimestamps + 1;
    }

    public boolean isTimestamp(int token) {
        return token >= timestampBegin();
    }

    public boolean isText(int token) {
        return token < endOfText;
    }

    /** Seconds from the start of the window. */
    public double seconds(int timestamp) {
        return (timestamp - timestampBegin()) * SECONDS_PER_TIMESTAMP;
    }

    /**
     * @throws IllegalArgumentException when the model does not know it
     */
    public int language(String code) {
        var token = languages.get(code);
        if (token == null) {
            throw new IllegalArgumentException("the model does not know the language " + code);
        }
        return token;
    }

    /**
     * @param ids all added tokens by what they are written as
     */
    static SpecialTokens from(Map<String, Integer> ids) {
        int start = id(ids, "<|startoftranscript|>");
        int translate = id(ids, "<|translate|>");
        var languages = new LinkedHashMap<String, Integer>();
        ids.entrySet().stream()
                .filter(it -> it.getValue() > start && it.getValue() < translate)
                .sorted(Map.Entry.comparingByValue())
                .forEach(it -> languages.put(code(it.getKey()), it.getValue()));
        return new SpecialTokens(
                id(ids, "<|endoftext|>"),
                start,
                languages,
                translate,
                id(ids, "<|transcribe|>"),
                id(ids, "<|startofprev|>"),
                ids.containsKey("<|nospeech|>")
                        ? id(ids, "<|nospeech|>")
                        : id(ids, "<|nocaptions|>"),
                id(ids, "<|notimestamps|>"));
    }

    private static String code(String token) {
        return token.substring("<|".length(), token.length() - "|>".length());
    }

    private static int id(Map<String, Integer> ids, String token) {
        var id = ids.get(token);
        if (id == null) {
            throw new IllegalArgumentException("this is no tokenizer of Whisper's: no " + token);
        }
        return id;
    }
}
