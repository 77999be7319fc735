package io.clipforge.media.captions.vtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings cases of web-platform-tests show: settings as asked, and as written again. */
class VttSettingsTest {
    private static final double GREATEST = Double.MAX_VALUE;

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsKnownIsKept(String asked, String written) {
        var settings = VttSettings.parse(asked, List.of());
        assertEquals(written, settings.written().strip());
        assertEquals(settings, VttSettings.parse(settings.written(), List.of()));
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("align:start", "align:start"),
                Arguments.of("align:left\talign:x", "align:left"),
                Arguments.of("align:end align:center", ""),
                Arguments.of("vertical:rl", "vertical:rl"),
                Arguments.of("vertical:lr vertical:none", "vertical:lr"),
                Arguments.of("size:50.50%", "size:50.5%"),
                Arguments.of("size:000%", "size:0%"),
                Arguments.of("size:100%", ""),
                Arguments.of("line:-1", "line:-1,start"),
                Arguments.of("line:-0", "line:0,start"),
                Arguments.of("line:1.5,end", "line:1.5,end"),
                Arguments.of("line:4294967296", "line:4294967296,start"),
                Arguments.of("line:00%,center", "line:0%,center"),
                Arguments.of("line:100%,middle", "line:100%,start"),
                Arguments.of("line:" + VttPercent.number(GREATEST), lineOf(GREATEST)),
                Arguments.of("line:0." + "0".repeat(400) + "1", "line:0,start"),
                Arguments.of("position:1%", "position:1%"),
                Arguments.of("position:1.5%,line-left", "position:1.5%,line-left"),
                Arguments.of("position:1% ,center", "position:1%"),
                Arguments.of("position:1%,middle", "position:1%"),
                Arguments.of(
                        "align:start line:1% vertical:lr size:50% position:25%,line-right",
                        "vertical:lr line:1%,start position:25%,line-right size:50% align:start"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "align: start",
                "align :start",
                "align:Start",
                "align:middle",
                "align:",
                ":start",
                "vertical:tb",
                "vertical:",
                "size:101%",
                "size:-1%",
                "size:50",
                "size:50%x",
                "size:50.%",
                "size:.5%",
                "size: 50%",
                "line:1-",
                "line:-",
                "line:%",
                "line:%1",
                "line:1%%",
                "line:101%",
                "line:-0%",
                "line:1..5",
                "line:.5",
                "line:5.",
                "line:1e2",
                "line:,start",
                "line:٣",
                "position:1",
                "position:-1%",
                "position:101%,center",
                "region:unknown",
                "region:",
                "unknown:1"
            })
    void whatIsNotIsAsIfItWereNotThere(String asked) {
        assertEquals(VttSettings.USUAL, VttSettings.parse(asked, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"line:", "line:-", "size:"})
    void aNumberBeyondNumbersIsNone(String name) {
        var asked = name + "2" + "0".repeat(308);
        assertEquals(VttSettings.USUAL, VttSettings.parse(asked, List.of()));
    }

    private static String lineOf(double number) {
        return "line:" + VttPercent.number(number) + ",start";
    }
}
