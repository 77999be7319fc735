package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SrtTest {
    private static final List<Cue> TWO =
            List.of(
                    new Cue(1500, 3000, null, List.of("Hello there.", "5 < 6 & more")),
                    new Cue(3_600_000, 3_601_250, null, List.of("Later")));

    @Test
    void whatIsWrittenIsReadAgain() throws SubtitleFormatException {
        assertEquals(TWO, Srt.read(Srt.write(TWO)));
    }

    @Test
    void theFileIsWrittenAsPlayersExpectIt() {
        assertEquals(
                """
                1
                00:00:01,500 --> 00:00:03,000
                Hello there.
                5 < 6 & more

                2
                01:00:00,000 --> 01:00:01,250
                Later

                """,
                Srt.write(TWO));
    }

    @Test
    void aByteOrderMarkCarriageReturnsMissingHoursPointsCoordinatesAndTagsAreTolerated()
            throws SubtitleFormatException {
        var file =
                "\ufeff1\r\n00:01.5 --> 00:03.000 X1:10 X2:20\r\n<i>Hello</i> {\\an8}<font"
                        + " color=\"#fff\">there</font>\r\n\r\n"
                        + "00:00:04,000-->00:00:05,000\r\nNo number";
        assertEquals(
                List.of(
                        new Cue(1500, 3000, null, List.of("Hello there")),
                        new Cue(4000, 5000, null, List.of("No number"))),
                Srt.read(file));
    }

    @Test
    void blankLinesInsideOfATextAreSkipped() throws SubtitleFormatException {
        var cues =
                Srt.read(
                        "1\n00:00:01,000 --> 00:00:02,000\none\n\ntwo\n\n2\n00:00:03,000 --> 00:00:04,000\n42\n");
        assertEquals(List.of("one", "two"), cues.getFirst().lines());
        assertEquals(List.of("42"), cues.getLast().lines());
    }

    @Test
    void aCueWithoutTextIsLeftOut() throws SubtitleFormatException {
        var cues =
                Srt.read(
                        "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nhi\n");
        assertEquals(1, cues.size());
    }

    @Test
    void aBrokenTimeNamesItsLine() {
        var problem =
                assertThrows(
                        SubtitleFormatException.class,
                        () ->
                                Srt.read(
                                        "1\n00:00:01,000 --> 00:00:02,000\nhi\n\n2\n00:00:0x --> 3\nho"));
        assertEquals(
                "line 6: expected '00:00:01.500 --> 00:00:03.000', found '00:00:0x --> 3'",
                problem.getMessage());
    }

    @Test
    void aCueThatEndsBeforeItStartsIsRefused() {
        var problem =
                assertThrows(
                        SubtitleFormatException.class,
                        () -> Srt.read("00:00:02,000 --> 00:00:01,000\nhi"));
        assertEquals("line 1: the cue ends before it starts", problem.getMessage());
    }

    @Test
    void minutesPastFiftyNineAreRefused() {
        assertThrows(
                SubtitleFormatException.class, () -> Srt.read("00:61:00,000 --> 00:62:00,000\nhi"));
    }

    @Test
    void proseIsRefusedAtItsFirstLine() {
        var problem = assertThrows(SubtitleFormatException.class, () -> Srt.read("\nDear Sir,\n"));
        assertEquals(2, problem.line());
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThrows(SubtitleFormatException.class, () -> Srt.read(""));
    }
}
