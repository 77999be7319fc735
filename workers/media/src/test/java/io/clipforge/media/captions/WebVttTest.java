package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebVttTest {
    private static final List<Cue> TWO =
            List.of(
                    new Cue(1500, 3000, "Ann & Bob", List.of("Hello <there>.", "5 --> 6")),
                    new Cue(3_600_000, 3_601_250, null, List.of("Later 😀")));

    @Test
    void whatIsWrittenIsReadAgain() throws SubtitleFormatException {
        assertEquals(TWO, WebVtt.read(WebVtt.write(TWO)));
    }

    @Test
    void theFileIsWrittenAsBrowsersExpectIt() {
        assertEquals(
                """
                WEBVTT

                00:00:01.500 --> 00:00:03.000
                <v Ann &amp; Bob>Hello &lt;there&gt;.
                5 --&gt; 6</v>

                01:00:00.000 --> 01:00:01.250
                Later 😀
                """,
                WebVtt.write(TWO));
    }

    @Test
    void notesStylesRegionsIdsSettingsAndTagsArePassedOver() throws SubtitleFormatException {
        var file =
                """
                \ufeffWEBVTT - a title
                Kind: captions

                STYLE
                ::cue { color: red }

                NOTE
                nothing to see

                REGION
                id:fred

                intro
                00:01.000 --> 00:02.000 align:start position:10%
                <v.loud Mary Ann>Hello <c.yellow>you</c><00:00:01.500> there</v>

                NOTE one line

                00:02.000 --> 00:03.000
                a &lt; b &amp;&amp; c&nbsp;&#33; &unknown;
                """;
        assertEquals(
                List.of(
                        new Cue(1000, 1500, "Mary Ann", List.of("Hello you")),
                        new Cue(1500, 2000, "Mary Ann", List.of("there")),
                        new Cue(2000, 3000, null, List.of("a < b && c\u00a0! &unknown;"))),
                WebVtt.read(file.replace("\n", "\r\n")));
    }

    @Test
    void eachVoiceOfACueIsACueThatStartsWithIt() throws SubtitleFormatException {
        var file = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes?</v>\n<v Bob>No!\nNo!";
        assertEquals(
                List.of(
                        new Cue(1000, 2000, "Ann", List.of("Yes?")),
                        new Cue(1000, 2000, "Bob", List.of("No!", "No!"))),
                WebVtt.read(file));
    }

    @Test
    void whatStandsAboveRubyIsNotSaidTwice() throws SubtitleFormatException {
        var file = "WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>";
        assertEquals("漢字", WebVtt.read(file).getFirst().text());
    }

    @Test
    void aBrokenCueDoesNotTakeTheOthersAway() throws SubtitleFormatException {
        var file = "WEBVTT\n\n00:01.000 -> 00:02.000\nhi\n\n00:03.000 --> 00:04.000\nho";
        assertEquals(List.of(new Cue(3000, 4000, null, List.of("ho"))), WebVtt.read(file));
    }

    @Test
    void aCueMayFollowTheFirstLineAtOnce() throws SubtitleFormatException {
        assertEquals(1, WebVtt.read("WEBVTT\n00:01.000 --> 00:02.000\nhi").size());
    }

    @Test
    void aFileWithoutItsSignatureIsRefused() {
        var problem =
                assertThrows(
                        SubtitleFormatException.class,
                        () -> WebVtt.read("WEBVTTX\n\n00:01.000 --> 00:02.000\nhi"));
        assertEquals("line 1: a WebVTT file begins with 'WEBVTT'", problem.getMessage());
    }

    @Test
    void aBlockThatIsNoCueNamesItsLine() {
        var problem =
                assertThrows(
                        SubtitleFormatException.class,
                        () -> WebVtt.read("WEBVTT\n\nwhat is this\n"));
        assertEquals(3, problem.line());
    }

    @Test
    void aBrokenTimeNamesItsLine() {
        var problem =
                assertThrows(
                        SubtitleFormatException.class,
                        () -> WebVtt.read("WEBVTT\n\nid\n00:01.000 --> nowhere\nhi"));
        assertEquals(4, problem.line());
    }

    @Test
    void aFileWithoutCuesIsRefused() {
        assertThrows(SubtitleFormatException.class, () -> WebVtt.read("WEBVTT\n\nNOTE empty\n"));
    }
}
