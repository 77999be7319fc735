package io.clipforge.local.demo;

import io.clipforge.sdk.model.Moment;
import io.clipforge.sdk.model.MomentReason;
import io.clipforge.sdk.model.Transcript;
import io.clipforge.sdk.model.TranscriptWord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ranked moments as a person reads them. */
record MomentLines(Screen screen) {
    private static final int WORDS = 8;
    private static final int REASONS = 3;

    void say(List<Moment> moments, Transcript transcript) {
        screen.say("");
        for (var moment : moments) {
            screen.say(
                    "  %2d. %7s – %-7s  score %.2f  %s",
                    moment.getRank(),
                    Seconds.clock(moment.getStartMs()),
                    Seconds.clock(moment.getEndMs()),
                    moment.getScore(),
                    moment.getTitle());
            var words = firstWords(moment, transcript);
            if (!words.isEmpty()) {
                screen.say("      “%s …”", words);
            }
            screen.say("      because of %s", reasons(moment));
        }
        screen.say("");
    }

    private static String firstWords(Moment moment, Transcript transcript) {
        return transcript.getWords().stream()
                .filter(it -> it.getStartMs() >= moment.getStartMs())
                .takeWhile(it -> it.getEndMs() <= moment.getEndMs())
                .limit(WORDS)
                .map(TranscriptWord::getText)
                .collect(Collectors.joining(" "));
    }

    private static String reasons(Moment moment) {
        return moment.getReasons().stream()
                .limit(REASONS)
                .map(MomentLines::reason)
                .collect(Collectors.joining(", "));
    }

    private static String reason(MomentReason reason) {
        return String.format(
                Locale.ROOT,
                "%s %.2f × %.2f",
                reason.getFeature().replace('_', ' '),
                reason.getValue(),
                reason.getWeight());
    }
}
