package io.clipforge.api.transcripts;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A transcript as SubRip, WebVTT or plain text; a cue holds at most {@link #CUE_WORDS} words. A
 * change of speaker ends a sentence, so a cue has one speaker at most.
 */
final class Subtitles {
    private static final int CUE_WORDS = 12;

    private Subtitles() {}

    private record Cue(long startMs, long endMs, String text, @Nullable String speaker) {
        /** With who says it, as a voice. */
        String voiced() {
            return speaker == null
                    ? escape(text)
                    : "<v %s>%s</v>"
                            .formatted(escape(speaker.replaceAll("\\s+", " ")), escape(text));
        }
    }

    static String srt(Transcript transcript) {
        var text = new StringBuilder();
        int number = 0;
        for (var cue : cues(transcript)) {
            text.append(++number)
                    .append('\n')
                    .append(time(cue.startMs(), ','))
                    .append(" --> ")
                    .append(time(cue.endMs(), ','))
                    .append('\n')
                    .append(cue.text())
                    .append("\n\n");
        }
        return text.toString();
    }

    static String vtt(Transcript transcript) {
        return "WEBVTT\n\n"
                + cues(transcript).stream()
                        .map(it ->
                                time(it.startMs(), '.')
                                        + " --> "
                                        + time(it.endMs(), '.')
                                        + "\n"
                                        + it.voiced()
                                        + "\n")
                        .collect(Collectors.joining("\n"));
    }

    static String plain(Transcript transcript) {
        return transcript.sentences().stream()
                .map(transcript::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<Cue> cues(Transcript transcript) {
        var cues = new ArrayList<Cue>();
        for (var sentence : transcript.sentences()) {
            for (int from = sentence.from(); from < sentence.to(); from += CUE_WORDS) {
                var part = new Sentence(from, Math.min(from + CUE_WORDS, sentence.to()));
                cues.add(
                        new Cue(
                                transcript.startMs(part),
                                transcript.endMs(part),
                                transcript.text(part),
                                transcript.words().get(part.from()).speaker()));
            }
        }
        return cues;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String time(long ms, char point) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1_000 % 60,
                point,
                ms % 1_000);
    }
}
