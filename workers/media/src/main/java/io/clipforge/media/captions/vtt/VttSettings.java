package io.clipforge.media.captions.vtt;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a cue stands in the picture.
 *
 * @param size of the cue's box in the direction of writing, percent of the picture
 * @param align of the text within the box
 */
public record VttSettings(
        @Nullable VttRegion region,
        Vertical vertical,
        Line line,
        Position position,
        double size,
        Align align) {
    /** Which way lines grow; {@link #NONE} for horizontal text. */
    public enum Vertical {
        NONE,
        RL,
        LR
    }

    public enum Align {
        START,
        CENTER,
        END,
        LEFT,
        RIGHT
    }

    public enum LineAlign {
        START,
        CENTER,
        END
    }

    public enum PositionAlign {
        AUTO,
        LINE_LEFT,
        CENTER,
        LINE_RIGHT
    }

    /**
     * @param at absent when the player decides
     * @param percent whether it is a share of the picture; else it counts lines, from the bottom
     *     when negative
     */
    public record Line(@Nullable Double at, boolean percent, LineAlign align) {
        static final Line AUTO = new Line(null, false, LineAlign.START);
    }

    /**
     * @param at percent of the picture; absent when the player decides
     */
    public record Position(@Nullable Double at, PositionAlign align) {
        static final Position AUTO = new Position(null, PositionAlign.AUTO);
    }

    public static final VttSettings USUAL =
            new VttSettings(null, Vertical.NONE, Line.AUTO, Position.AUTO, 100, Align.CENTER);

    private static final Pattern LINE_NUMBER = Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?");

    /**
     * @param regions known so far
     */
    static VttSettings parse(String text, List<VttRegion> regions) {
        var settings = USUAL;
        for (var setting : VttSetting.all(text)) {
            settings = settings.with(setting, regions);
        }
        return settings;
    }

    /** With a space before each; nothing of what is usual. */
    String written() {
        var text = new StringBuilder();
        if (region != null) {
            text.append(" region:").append(region.id());
        }
        if (vertical != Vertical.NONE) {
            text.append(" vertical:").append(keyword(vertical));
        }
        if (line.at != null) {
            text.append(" line:").append(VttPercent.number(line.at));
            text.append(line.percent ? "%," : ",").append(keyword(line.align));
        }
        if (position.at != null) {
            text.append(" position:").append(VttPercent.format(position.at));
            text.append(position.align == PositionAlign.AUTO ? "" : "," + keyword(position.align));
        }
        if (size != USUAL.size) {
            text.append(" size:").append(VttPercent.format(size));
        }
        if (align != USUAL.align) {
            text.append(" align:").append(keyword(align));
        }
        return text.toString();
    }

    private VttSettings with(VttSetting setting, List<VttRegion> regions) {
        var value = setting.value();
        return switch (setting.name()) {
            case "region" ->
                    new VttSettings(named(value, regions), vertical, line, position, size, align);
            case "vertical" ->
                    new VttSettings(
                            region,
                            value.equals("none") ? vertical : of(value, vertical),
                            line,
                            position,
                            size,
                            align);
            case "line" -> new VttSettings(region, vertical, line(value), position, size, align);
            case "position" ->
                    new VttSettings(region, vertical, line, position(value), size, align);
            case "size" ->
                    new VttSettings(
                            region,
                            vertical,
                            line,
                            position,
                            VttPercent.parse(value).orElse(size),
                            align);
            case "align" ->
                    new VttSettings(region, vertical, line, position, size, of(value, align));
            default -> this;
        };
    }

    private static @Nullable VttRegion named(String id, List<VttRegion> regions) {
        return regions.reversed().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** An alignment nobody knows does not take the number away. */
    private Line line(String value) {
        var part = value.split(",", 2);
        boolean percent = part[0].endsWith("%");
        var at = percent ? VttPercent.parse(part[0]) : lineNumber(part[0]);
        return at.isEmpty()
                ? line
                : new Line(
                        at.getAsDouble(),
                        percent,
                        part.length == 1 ? line.align : of(part[1], line.align));
    }

    private static OptionalDouble lineNumber(String text) {
        if (!LINE_NUMBER.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        // no minus before a zero
        return Double.isFinite(number) ? OptionalDouble.of(number + 0.0) : OptionalDouble.empty();
    }

    private Position position(String value) {
        var part = value.split(",", 2);
        var at = VttPercent.parse(part[0]);
        return at.isEmpty()
                ? position
                : new Position(
                        at.getAsDouble(),
                        part.length == 1 || part[1].equals("auto")
                                ? position.align
                                : of(part[1], position.align));
    }

    /** The constant of that name, else the one that stood so far. */
    private static <E extends Enum<E>> E of(String keyword, E otherwise) {
        for (var constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (keyword(constant).equals(keyword)) {
                return constant;
            }
        }
        return otherwise;
    }

    private static String keyword(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
