package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.RankedMoments.Moment;
import io.clipforge.jobs.Transcript;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class OverviewTest {
    private static final int GROUND = 1;

    @Test
    void eachMomentLiesWhereItIsInTheAsset() throws Exception {
        var svg = drawn(100_000, moment(25_000, 50_000, "One"), moment(75_000, 80_000, "Two"));

        var boxes = elements(svg, "rect").subList(GROUND, 3);
        assertEquals("400.0", boxes.getFirst().getAttribute("x"));
        assertEquals("400.0", boxes.getFirst().getAttribute("width"));
        assertEquals("1200.0", boxes.getLast().getAttribute("x"));
        assertEquals("80.0", boxes.getLast().getAttribute("width"));
        assertTrue(
                texts(svg).containsAll(List.of("#1", "#2", "0:00", "1:30")), texts(svg)::toString);
    }

    @Test
    void whatIsSaidCannotBecomeMarkup() throws Exception {
        var said = "</title><script>alert(1)</script> & \u0001\uD800\uFFFE “quoted”";

        var svg = drawn(10_000, moment(0, 5_000, said));

        assertEquals(0, elements(svg, "script").size());
        assertEquals(
                "1. </title><script>alert(1)</script> &  “quoted” (0.8), 0:00 to 0:05",
                elements(svg, "title").getLast().getTextContent());
    }

    @Test
    void theLouderItIsTheHigherTheBar() throws Exception {
        var loudness = IntStream.range(0, 100).mapToObj(i -> i < 50 ? -60.0 : 0.0).toList();
        var svg = parsed(new Overview(material(10_000, loudness, List.of()), List.of()).svg());

        var bars = elements(svg, "path").getFirst().getAttribute("d").split("M", -1);
        assertEquals("v2.0", bars[10].substring(bars[10].indexOf('v')));
        assertEquals("v228.0", bars[390].substring(bars[390].indexOf('v')));
    }

    @Test
    void aDayAndAnInstantHaveAClock() throws Exception {
        assertTrue(texts(drawn(86_400_000)).contains("20:00:00"));
        assertEquals(List.of("0:00"), texts(drawn(1)));
    }

    private static Document drawn(long durationMs, Moment... moments) throws Exception {
        var shots = List.of(new Analysis.Shot(0, 1), new Analysis.Shot(1, durationMs + 1));
        return parsed(new Overview(material(durationMs, List.of(), shots), List.of(moments)).svg());
    }

    private static Material material(
            long durationMs, List<Double> loudness, List<Analysis.Shot> shots) {
        return new Material(
                durationMs,
                new Transcript("en", "test", List.of(), List.of()),
                new Analysis(shots, List.of(), 100, loudness));
    }

    private static Moment moment(long startMs, long endMs, String title) {
        return new Moment(startMs, endMs, 0.8, title, List.of(), "weighted", 0.0, null, null);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document svg, String name) {
        var found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
