package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Moment;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An asset at a glance, as SVG: how loud it is from its beginning to its end, where the cuts are,
 * and the moments on top, the more opaque the better they scored.
 */
final class Overview {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 320;
    private static final int TOP = 48;
    private static final int BOTTOM = 276;
    private static final int COLUMN = 4;
    private static final int MOST_TICKS = 12;

    /** Steps of the clock, seconds. */
    private static final long[] STEPS = {1, 5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 18_000};

    /** Quieter than this is drawn as silence, dB full scale. */
    private static final double FLOOR = -60;

    private final Material material;
    private final List<Moment> moments;

    Overview(Material material, List<Moment> moments) {
        this.material = material;
        this.moments = moments;
    }

    String svg() {
        var text = new StringWriter();
        try {
            var svg = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            svg.writeStartElement("svg");
            svg.writeDefaultNamespace(SVG);
            attributes(svg, "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img");
            attributes(svg, "font-family", "system-ui, sans-serif", "font-size", 18);
            title(svg, moments.size() + " moments in " + clock(material.durationMs()));
            rectangle(svg, 0, 0, WIDTH, HEIGHT, "fill", "#14161b");
            sound(svg);
            cuts(svg);
            time(svg);
            for (int i = 0; i < moments.size(); i++) {
                moment(svg, i + 1, moments.get(i));
            }
            svg.writeEndElement();
            svg.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a string takes everything
        }
        return text.toString();
    }

    /** One bar for each few pixels, as high as its loudest instant. */
    private void sound(XMLStreamWriter svg) throws XMLStreamException {
        var loudness = material.analysis().loudness();
        double hop = material.analysis().loudnessHopMs();
        double perColumn = (double) material.durationMs() * COLUMN / WIDTH / hop;
        double middle = (TOP + BOTTOM) / 2.0;
        var path = new StringBuilder();
        for (int column = 0; column < WIDTH / COLUMN; column++) {
            int from = (int) Math.min(loudness.size(), column * perColumn);
            int to = (int) Math.min(loudness.size(), Math.ceil((column + 1) * perColumn));
            double loudest =
                    loudness.subList(from, to).stream()
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElse(FLOOR);
            double height = 1 + (middle - TOP - 1) * Math.max(0, 1 - loudest / FLOOR);
            path.append('M').append(column * COLUMN + COLUMN / 2).append(' ');
            path.append(tenths(middle - height)).append('v').append(tenths(2 * height));
        }
        svg.writeEmptyElement("path");
        attributes(svg, "d", path, "stroke", "#5b6472", "stroke-width", COLUMN - 1);
    }

    private void cuts(XMLStreamWriter svg) throws XMLStreamException {
        var path = new StringBuilder();
        material.analysis().shots().stream()
                .skip(1)
                .map(shot -> "M" + tenths(x(shot.startMs())) + " " + BOTTOM + "v8")
                .forEach(path::append);
        svg.writeEmptyElement("path");
        attributes(svg, "d", path, "stroke", "#8b95a5");
    }

    private void time(XMLStreamWriter svg) throws XMLStreamException {
        long duration = material.durationMs();
        long step =
                LongStream.of(STEPS)
                        .map(it -> 1000 * it)
                        .filter(it -> duration / it < MOST_TICKS)
                        .findFirst()
                        .orElse(duration / MOST_TICKS + 1);
        for (int i = 0; i * step < duration; i++) {
            text(svg, x(i * step) + 4, HEIGHT - 14, "#8b95a5", clock(i * step));
        }
    }

    private void moment(XMLStreamWriter svg, int rank, Moment moment) throws XMLStreamException {
        double left = x(moment.startMs());
        svg.writeStartElement("g");
        var score = Math.round(100 * moment.score()) / 100.0;
        var span = clock(moment.startMs()) + " to " + clock(moment.endMs());
        title(svg, rank + ". " + readable(moment.title()) + " (" + score + "), " + span);
        double width = Math.max(2, x(moment.endMs()) - left);
        rectangle(
                svg,
                left,
                TOP - 8,
                width,
                BOTTOM - TOP + 16,
                "fill",
                "#ffd60a",
                "fill-opacity",
                tenths(0.2 + 0.4 * moment.score()),
                "stroke",
                "#ffd60a");
        text(svg, left, TOP - 16, "#ffd60a", "#" + rank);
        svg.writeEndElement();
    }

    private double x(long timeMs) {
        return (double) WIDTH * timeMs / Math.max(1, material.durationMs());
    }

    /** Without what XML has no way to write. */
    private static String readable(String title) {
        return title.codePoints()
                .filter(it -> !Character.isISOControl(it) && it != 0xFFFE && it != 0xFFFF)
                .filter(it -> Character.getType(it) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600
                ? seconds / 60 + ":" + twoDigits(seconds % 60)
                : seconds / 3600
                        + ":"
                        + twoDigits(seconds / 60 % 60)
                        + ":"
                        + twoDigits(seconds % 60);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : "" + number;
    }

    /** Numbers are written in the same way whatever language the machine speaks. */
    private static String tenths(double number) {
        return String.valueOf(Math.round(10 * number) / 10.0);
    }

    private static void title(XMLStreamWriter svg, String text) throws XMLStreamException {
        svg.writeStartElement("title");
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private static void text(XMLStreamWriter svg, double x, double y, String color, String text)
            throws XMLStreamException {
        svg.writeStartElement("text");
        attributes(svg, "x", tenths(x), "y", tenths(y), "fill", color);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private static void rectangle(
            XMLStreamWriter svg, double x, double y, double width, double height, Object... more)
            throws XMLStreamException {
        svg.writeEmptyElement("rect");
        attributes(svg, "x", tenths(x), "y", tenths(y));
        attributes(svg, "width", tenths(width), "height", tenths(height));
        attributes(svg, more);
    }

    /** Names and values in turns. */
    private static void attributes(XMLStreamWriter svg, Object... namesAndValues)
            throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            svg.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
    }
}
