package io.clipforge.fleet.transcribe.remote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.clipforge.jobs.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What AssemblyAI tells of a transcript.
 *
 * @param status queued, processing, completed or error
 * @param error why there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RemoteTranscript(
        @Nullable String id,
        @Nullable String status,
        @Nullable String error,
        @JsonProperty("language_code") @Nullable String languageCode,
        @Nullable List<Word> words) {
    /**
     * @param start milliseconds
     * @param end milliseconds
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Word(
            @Nullable String text,
            long start,
            long end,
            @Nullable Double confidence,
            @Nullable String speaker) {}

    boolean completed() {
        return "completed".equals(status);
    }

    boolean failed() {
        return "error".equals(status);
    }

    /** Without what cannot be a word. */
    List<Transcript.Word> heard() {
        if (words == null) {
            return List.of();
        }
        return words.stream()
                .filter(it -> it.text != null && !it.text.isBlank())
                .filter(it -> it.start >= 0 && it.start < it.end)
                .map(RemoteTranscript::word)
                .toList();
    }

    private static Transcript.Word word(Word word) {
        var sure = word.confidence == null ? null : Math.clamp(word.confidence, 0.0, 1.0);
        return new Transcript.Word(
                String.valueOf(word.text).strip(), word.start, word.end, word.speaker, sure);
    }
}
