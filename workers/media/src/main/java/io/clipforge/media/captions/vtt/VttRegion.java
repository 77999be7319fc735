package io.clipforge.media.captions.vtt;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of the picture in which cues may stand.
 *
 * @param id empty when it has none, and then no cue can name it
 * @param width percent of the picture
 * @param lines of text it has room for
 * @param anchor the point of the region that lies on the picture's
 * @param viewportAnchor the point of the picture
 * @param scrollsUp whether new lines push the others up
 */
public record VttRegion(
        String id, double width, int lines, Point anchor, Point viewportAnchor, boolean scrollsUp) {

    /** Percent from the left and from the top. */
    public record Point(double x, double y) {
        static final Point BOTTOM_LEFT = new Point(0, 100);

        static Optional<Point> parse(String text) {
            int comma = text.indexOf(',');
            if (comma < 0) {
                return Optional.empty();
            }
            var x = VttPercent.parse(text.substring(0, comma));
            var y = VttPercent.parse(text.substring(comma + 1));
            return x.isEmpty() || y.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Point(x.getAsDouble(), y.getAsDouble()));
        }

        String written() {
            return VttPercent.format(x) + "," + VttPercent.format(y);
        }
    }

    private static final VttRegion USUAL =
            new VttRegion("", 100, 3, Point.BOTTOM_LEFT, Point.BOTTOM_LEFT, false);
    private static final Pattern DIGITS = Pattern.compile("0*+([0-9]*)");

    static VttRegion parse(String settings) {
        var region = USUAL;
        for (var setting : VttSetting.all(settings)) {
            region = region.with(setting);
        }
        return region;
    }

    String written() {
        return (id.isEmpty() ? "" : "id:" + id + " ")
                + ("width:" + VttPercent.format(width))
                + (" lines:" + lines)
                + (" regionanchor:" + anchor.written())
                + (" viewportanchor:" + viewportAnchor.written())
                + (scrollsUp ? " scroll:up" : "");
    }

    private VttRegion with(VttSetting setting) {
        var value = setting.value();
        return switch (setting.name()) {
            case "id" -> new VttRegion(value, width, lines, anchor, viewportAnchor, scrollsUp);
            case "width" ->
                    new VttRegion(
                            id,
                            VttPercent.parse(value).orElse(width),
                            lines,
                            anchor,
                            viewportAnchor,
                            scrollsUp);
            case "lines" ->
                    new VttRegion(id, width, lines(value), anchor, viewportAnchor, scrollsUp);
            case "regionanchor" ->
                    new VttRegion(
                            id,
                            width,
                            lines,
                            Point.parse(value).orElse(anchor),
                            viewportAnchor,
                            scrollsUp);
            case "viewportanchor" ->
                    new VttRegion(
                            id,
                            width,
                            lines,
                            anchor,
                            Point.parse(value).orElse(viewportAnchor),
                            scrollsUp);
            case "scroll" ->
                    new VttRegion(
                            id,
                            width,
                            lines,
                            anchor,
                            viewportAnchor,
                            scrollsUp || value.equals("up"));
            default -> this;
        };
    }

    private int lines(String value) {
        var match = DIGITS.matcher(value);
        if (!match.matches()) {
            return lines;
        }
        var digits = match.group(1);
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt("0" + digits);
    }
}
