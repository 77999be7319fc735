package io.clipforge.media.captions.vtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the file-parsing cases of web-platform-tests show, in words and files of our own. A cue is
 * told as {@code id|start-end|text}.
 */
class VttFileTest {
    private static final String TIMES = "00:00:00.000 --> 00:00:01.000";

    @ParameterizedTest
    @ValueSource(strings = {"WEBVTT", "WEBVTT\n", "WEBVTT ", "WEBVTT\t", "\ufeffWEBVTT\r\n"})
    void aSignatureAloneIsAFile(String text) {
        assertEquals(new VttFile(List.of()), VttFile.parse(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WEBVT", "webvtt\n", "WEBVTTX", " WEBVTT", "\nWEBVTT", "WEBVTT\f"})
    void anythingElseIsNone(String text) {
        assertTrue(VttFile.parse(text).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void blocksAreReadAsBrowsersDo(String shows, String file, String cues) {
        assertEquals(cues, cues(file), shows);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                of("a time may follow the signature", "WEBVTT\n" + TIMES + "\na", "|0-1000|a"),
                of(
                        "garbage below it is passed over",
                        "WEBVTT x\nid\n" + TIMES + "\na",
                        "|0-1000|a"),
                of("every line end counts", "WEBVTT\r\rb\r" + TIMES + "\na\r\nc", "b|0-1000|a\nc"),
                of("line feed and return are two", file(TIMES + "\na\n\rb"), "|0-1000|a"),
                of("an id keeps its spaces", file(" b \n" + TIMES + "\na"), " b |0-1000|a"),
                of("an id may be a space", file(" \n" + TIMES + "\na"), " |0-1000|a"),
                of("an id may hold half an arrow", file("-- >\n" + TIMES + "\na"), "-- >|0-1000|a"),
                of("an id of two lines is none", file("b\nc\n" + TIMES + "\na"), "|0-1000|a"),
                of(
                        "an arrow ends a text",
                        file(TIMES + "\na\n" + TIMES + "\nc"),
                        "|0-1000|a / |0-1000|c"),
                of(
                        "an arrow without times is no id",
                        file("x-->\n" + TIMES + "\na\n--->\nb"),
                        "|0-1000|a"),
                of("a cue may be empty", file(TIMES), "|0-1000|"),
                of("a line of spaces is text", file(TIMES + "\na\n \nb"), "|0-1000|a\n \nb"),
                of("spaces before text stay", file(TIMES + "\n  a"), "|0-1000|  a"),
                of("a note is none", file("NOTE\n" + "a\n\n" + TIMES + "\nb"), "|0-1000|b"),
                of("a note may be an id", file("NOTE\n" + TIMES + "\nb"), "NOTE|0-1000|b"),
                of(
                        "a note within a text is text",
                        file(TIMES + "\na\nNOTE b"),
                        "|0-1000|a\nNOTE b"),
                of("blank lines do not count", file("\n\n\n" + TIMES + "\na\n\n\n\n"), "|0-1000|a"),
                of("NUL is told", file("\0\n" + TIMES + "\na\0"), "\ufffd|0-1000|a\ufffd"),
                of("NUL in a time breaks it", file("00:00:00.0\0" + "0 --> 00:01.000\na"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:00.000 --> 00:01.000",
                "00:00:00.000 --> 00:01.000",
                "0:00:00.000 --> 000:00:01.000",
                "00:00:00.000-->00:00:01.000",
                "   00:00:00.000    -->  00:00:01.000 ",
                "\t00:00:00.000\t-->\f00:00:01.000\f",
                "00:00.000 --> 00:01.000align:end",
            })
    void timesAreRead(String line) {
        assertEquals("|0-1000|a", cues(file(line + "\na")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0:00.000 --> 00:01.000",
                "000:00.000 --> 00:01.000",
                "00:0.000 --> 00:01.000",
                "00:000.000 --> 00:01.000",
                "00:00.00 --> 00:01.000",
                "00:00.0000 --> 00:01.000",
                "00:00 --> 00:01.000",
                "00:00,000 --> 00:01,000",
                "00:00:60.000 --> 00:01:00.000",
                "00:60:00.000 --> 01:00:00.000",
                "60:00.000 --> 61:00.000",
                "00::00.000 --> 00:01.000",
                "00:00..000 --> 00:01.000",
                ". --> 00:01.000",
                "-00:00.000 --> 00:01.000",
                "00:00.000 --> -00:01.000",
                "00:00.000 --> 00:01",
                "00:00.000 -a --> 00:01.000",
                "00:00.000 - --> 00:01.000",
                "00:00.000 -->",
                "\u000b00:00.000 --> 00:01.000",
                "٠٠:٠٠.٠٠٠ --> 00:01.000",
                "9999999999:00:00.000 --> 9999999999:00:01.000",
            })
    void brokenTimesAreNoCue(String line) {
        var file = VttFile.parse(file(line + "\na")).orElseThrow();
        assertEquals(List.of(), file.cues());
        assertEquals(List.of(3), file.broken());
    }

    @Test
    void hoursHaveNoEnd() {
        assertEquals("|0-216001000|a", cues(file("00:00.000 --> 60:00:01.000\na")));
        assertEquals(
                "|360000000-3600001234567|a", cues(file("100:00:00.000 --> 1000000:20:34.567\na")));
    }

    @Test
    void aCueMayEndBeforeItStarts() {
        assertEquals("|1000-999|a", cues(file("00:00:01.000 --> 00:00:00.999\na")));
    }

    @Test
    void stylesStandAboveTheCues() {
        var vtt = "STYLE\n::cue(i) {\n}\n\nSTYLE\t \nb\n" + TIMES + "\n\nSTYLE\nlate\n";
        var file = VttFile.parse(file(vtt)).orElseThrow();
        assertEquals(List.of("::cue(i) {\n}", "b"), file.styles());
        assertEquals(List.of(), file.broken());
    }

    @Test
    void regionsStandAboveTheCues() {
        var vtt =
                """
                REGION
                id:a width:40% lines:2
                regionanchor:0%,10% viewportanchor:10%,90.5% scroll:up

                REGION
                id:b width:101% lines:x lines:-1 regionanchor:1%,1 viewportanchor:1% scroll:down

                REGION: id:c

                00:00:00.000 --> 00:00:01.000 region:b region:a

                00:00:00.000 --> 00:00:01.000 region:a region:c

                REGION
                id:d

                00:00:00.000 --> 00:00:01.000 region:d
                """;
        var file = VttFile.parse(file(vtt)).orElseThrow();
        var bottom = new VttRegion.Point(0, 100);
        var a =
                new VttRegion(
                        "a",
                        40,
                        2,
                        new VttRegion.Point(0, 10),
                        new VttRegion.Point(10, 90.5),
                        true);
        assertEquals(List.of(a, new VttRegion("b", 100, 3, bottom, bottom, false)), file.regions());
        assertEquals(a, file.cues().getFirst().settings().region());
        assertTrue(file.cues().stream().skip(1).allMatch(it -> it.settings().region() == null));
        assertEquals(List.of(10), file.broken());
    }

    @Test
    void theLastRegionOfANameCounts() {
        var vtt = "REGION\nid:a\n\nREGION\nid:a width:5%\n\n" + TIMES + " region:a";
        var region = VttFile.parse(file(vtt)).orElseThrow().cues().getFirst().settings().region();
        assertEquals(5, Objects.requireNonNull(region).width());
    }

    @Test
    void aFileOfNothingButHostilityIsReadInOneGo() {
        for (var piece : List.of("-->\n", "\n", "0", "STYLE\n", "REGION\nid:a\n\n", "a\r", ":")) {
            assertTrue(VttFile.parse(file(piece.repeat(200_000))).isPresent());
        }
    }

    static String file(String blocks) {
        return "WEBVTT\n\n" + blocks;
    }

    private static String cues(String text) {
        return VttFile.parse(text).orElseThrow().cues().stream()
                .map(it -> it.id() + "|" + it.startMs() + "-" + it.endMs() + "|" + it.text())
                .collect(Collectors.joining(" / "));
    }

    private static Arguments of(String shows, String file, String cues) {
        return Arguments.of(shows, file, cues);
    }
}
