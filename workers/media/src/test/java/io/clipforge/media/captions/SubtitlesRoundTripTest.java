package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is said is the same after it was written to a file and read. */
class SubtitlesRoundTripTest {
    private static final int ROUNDS = 3000;
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "word",
                    "42",
                    " ",
                    "  ",
                    "\t",
                    "-->",
                    "00:01.000 --> 00:02.000",
                    "<",
                    ">",
                    "&",
                    ";",
                    "amp;",
                    "&lt;",
                    "&#60;",
                    "#x3c;",
                    "<b>",
                    "</b>",
                    "<v Ann>",
                    "<>",
                    "{",
                    "\\",
                    "{\\an8}",
                    "}",
                    "NOTE",
                    "WEBVTT",
                    "\u00a0",
                    "\u200f",
                    "\u202e",
                    "שלום",
                    "مرحبا",
                    "😀",
                    "\u2028",
                    "\u0085",
                    "\u000b",
                    "\ufeff",
                    "I <3 you",
                    "−",
                    "%s $1");

    private final Random random = new Random(5);

    @Test
    void webVttKeepsEverything() throws SubtitleFormatException {
        for (int round = 0; round < ROUNDS; round++) {
            var cues = cues(random.nextBoolean() ? null : "Ann & <Bob> -->");
            assertEquals(cues, WebVtt.read(WebVtt.write(cues)), () -> WebVtt.write(cues));
        }
    }

    @Test
    void subRipKeepsEverythingButSpeakers() throws SubtitleFormatException {
        for (int round = 0; round < ROUNDS; round++) {
            var cues = cues(null);
            assertEquals(cues, Srt.read(Srt.write(cues)), () -> Srt.write(cues));
        }
    }

    @Test
    void whateverIsReadIsCuesOrAFormatProblemAtALine() {
        for (int round = 0; round < ROUNDS; round++) {
            var cue = "00:00:01,000 --> 00:00:02," + line() + "\n" + line() + "\n\n" + line();
            var file = random.nextBoolean() ? cue : line();
            try {
                Srt.read(file);
                WebVtt.read("WEBVTT\n\n" + file.replace(',', '.'));
            } catch (SubtitleFormatException e) {
                assertTrue(e.line() >= 1);
            }
        }
    }

    @Test
    void hostileSubRipIsReadInOneGo() {
        var pieces =
                List.of("{\\", "<v ", "<v a", "<a", "&a", "\n", "1\n", "0:00:00,0-->0:00:01,0\n");
        for (var piece : pieces) {
            var file = "1\n00:00:01,000 --> 00:00:02,000\nx" + piece.repeat(200_000);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Srt.read(file));
        }
    }

    private List<Cue> cues(@Nullable String speaker) {
        return Stream.generate(() -> cue(speaker)).limit(1 + random.nextInt(4)).toList();
    }

    /** Now and then past a hundred hours. */
    private Cue cue(@Nullable String speaker) {
        long start = random.nextLong(random.nextInt(4) == 0 ? 3_600_000_000_000L : 100_000);
        var lines =
                Stream.generate(this::line)
                        .filter(it -> !it.isBlank())
                        .limit(1 + random.nextInt(3))
                        .toList();
        return new Cue(start, start + 1 + random.nextInt(5000), speaker, lines);
    }

    private String line() {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .reduce("", String::concat)
                .strip();
    }
}
