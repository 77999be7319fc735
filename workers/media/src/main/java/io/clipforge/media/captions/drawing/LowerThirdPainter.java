package io.clipforge.media.captions.drawing;

import io.clipforge.media.reframe.Size;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.skija.paragraph.Alignment;
import io.github.humbleui.skija.paragraph.Direction;
import io.github.humbleui.skija.paragraph.Paragraph;
import io.github.humbleui.skija.paragraph.ParagraphStyle;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import java.text.Bidi;
import java.util.List;

/**
 * Draws a lower third: as large as its words ask for and the room allows, at the side of the safe
 * box where reading begins. For one thread; close it.
 */
public final class LowerThirdPainter implements AutoCloseable {
    /** Shares of the frame's shorter side. */
    private static final float TITLE = 0.05f;

    private static final float SUBTITLE = 0.034f;
    private static final float STRIP = 0.012f;
    private static final float PADDING = 0.022f;
    private static final float RADIUS = 0.014f;

    /** What a long line may shrink to, before it is broken. */
    private static final float SMALLEST = 0.75f;

    private static final int MOST_LINES = 2;

    private final LowerThird text;
    private final Fonts fonts;
    private final boolean leftToRight;
    private final float strip;
    private final float padding;
    private final float radius;
    private final List<Paragraph> lines;
    private final float width;
    private final float height;
    private final float scale;
    private final int left;
    private final int top;
    private final Surface surface;

    /**
     * @param top first row that it may use
     * @param bottom after the last one; it stands right above
     */
    public LowerThirdPainter(Size frame, LowerThird text, int top, int bottom) {
        int shorter = Math.min(frame.width(), frame.height());
        var safe = SafeBox.of(frame);
        var words = text.subtitle() == null ? text.title() : text.title() + " " + text.subtitle();
        this.text = text;
        this.fonts = Fonts.of(words, text.font());
        this.leftToRight =
                new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        this.strip = STRIP * shorter;
        this.padding = Math.max(PADDING, fonts.margin() * TITLE) * shorter;
        this.radius = RADIUS * shorter;
        this.lines = lines(shorter, safe.width() - strip - 2 * padding);
        float longest =
                (float) lines.stream().mapToDouble(Paragraph::getLongestLine).max().orElse(0);
        float inner = (float) Math.ceil(longest) + 1;
        // those that are read to the left stand at the right of what they are laid out in
        lines.forEach(it -> it.layout(inner));
        this.width = strip + 2 * padding + inner;
        this.height = 2 * padding + (float) lines.stream().mapToDouble(Paragraph::getHeight).sum();
        this.scale = Math.min(1, Math.max(2, bottom - top) / height);
        int wide = Math.min(safe.width(), even(scale * width));
        int high = Math.min(Math.max(2, bottom - top), even(scale * height));
        this.left = leftToRight ? safe.left() : safe.right() - wide;
        this.top = bottom - high;
        this.surface = Surface.makeRaster(ImageInfo.makeN32Premul(wide, high));
    }

    public int left() {
        return left;
    }

    public int top() {
        return top;
    }

    /**
     * As PNG.
     *
     * @param opacity 0 to 1
     */
    public byte[] draw(double opacity) {
        var canvas = surface.getCanvas().clear(0);
        var all = Rect.makeWH(surface.getWidth(), surface.getHeight());
        canvas.saveLayerAlpha(all, (int) Math.round(255 * opacity));
        canvas.scale(scale, scale);
        paint(canvas);
        canvas.restore();
        return Png.of(surface);
    }

    private void paint(Canvas canvas) {
        var bar = Rect.makeWH(width, height);
        canvas.clipRRect(RRect.makeXYWH(0, 0, width, height, radius), true);
        float end = leftToRight ? 0 : width - strip;
        try (var ground = new Paint().setColor(text.bar().opaque());
                var accent = new Paint().setColor(text.accent().opaque())) {
            canvas.drawRect(bar, ground);
            canvas.drawRect(Rect.makeXYWH(end, 0, strip, height), accent);
        }
        float y = padding;
        for (var line : lines) {
            line.paint(canvas, padding + (leftToRight ? strip : 0), y);
            y += line.getHeight();
        }
    }

    private List<Paragraph> lines(int shorter, float room) {
        var title = set(text.title(), TITLE * shorter, room);
        return text.subtitle() == null
                ? List.of(title)
                : List.of(title, set(text.subtitle(), SUBTITLE * shorter, room));
    }

    /** As large as it fits on one line, or else in two. */
    private Paragraph set(String line, float size, float room) {
        try (var probe = built(line, size)) {
            float fitting =
                    size * room / Math.max(1, probe.layout(Float.MAX_VALUE).getMaxIntrinsicWidth());
            return built(line, Math.clamp(0.99f * fitting, SMALLEST * size, size)).layout(room);
        }
    }

    private Paragraph built(String line, float size) {
        try (var style =
                        new ParagraphStyle()
                                .setAlignment(leftToRight ? Alignment.LEFT : Alignment.RIGHT)
                                .setDirection(leftToRight ? Direction.LTR : Direction.RTL)
                                .setMaxLinesCount(MOST_LINES)
                                .setEllipsis("…");
                var paint = new Paint().setAntiAlias(true).setColor(text.words().opaque());
                var builder = fonts.paragraph(style)) {
            fonts.add(builder, line, size, 0, paint);
            return builder.build();
        }
    }

    @Override
    public void close() {
        surface.close();
        lines.forEach(Paragraph::close);
        fonts.close();
    }

    /** Half as many colours as pixels. */
    private static int even(float length) {
        return 2 * (int) Math.ceil(length / 2);
    }
}
