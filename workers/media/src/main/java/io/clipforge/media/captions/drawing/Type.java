package io.clipforge.media.captions.drawing;

import io.clipforge.media.captions.Caption;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.paragraph.Alignment;
import io.github.humbleui.skija.paragraph.FontCollection;
import io.github.humbleui.skija.paragraph.Paragraph;
import io.github.humbleui.skija.paragraph.ParagraphBuilder;
import io.github.humbleui.skija.paragraph.ParagraphStyle;
import io.github.humbleui.skija.paragraph.RectHeightMode;
import io.github.humbleui.skija.paragraph.RectWidthMode;
import io.github.humbleui.skija.paragraph.TextStyle;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import java.util.List;

/** Sets words in type. */
final class Type implements AutoCloseable {
    private static final float LINE_HEIGHT = 1.24f;

    /** Of the outline, which stands half outside of the letter. */
    private static final float STROKE = 0.16f;

    private static final float PLATE_MARGIN = 0.13f;
    private static final float PLATE_RADIUS = 0.18f;
    private static final float WORD_SPACING = 0.08f;
    private static final float SHADOW = 0.07f;
    private static final int SHADOW_COLOR = 0x99000000;

    private final CaptionLook look;
    private final float width;
    private final float size;
    private final FontCollection fonts = Fonts.collection();

    /** The largest size between both limits in which every line fits. */
    Type(CaptionLook look, int width, float largest, float smallest, List<Caption> captions) {
        this.look = look;
        this.width = width;
        double widest =
                captions.stream()
                        .mapToDouble(caption -> lineWidth(caption, largest))
                        .max()
                        .orElse(0);
        double fitting = widest == 0 ? largest : largest * roomAt(largest) / widest;
        this.size = (float) Math.clamp(fitting, smallest, largest);
    }

    int height(int lines) {
        return 2 * (int) Math.ceil((lines * LINE_HEIGHT + 2 * STROKE + 2 * SHADOW) * size / 2);
    }

    /** The words without any highlight: outline and shadow, then letters. */
    void paint(Canvas canvas, Caption caption, float top) {
        float size = sizeOf(caption);
        float blur = SHADOW * size;
        try (var filter =
                        ImageFilter.makeDropShadow(0, blur / 2, blur / 2, blur / 2, SHADOW_COLOR);
                var layer = new Paint().setImageFilter(filter);
                var stroke = stroke(look.text().outline(), size);
                var fill = fill(look.text());
                var outline = set(caption, -1, size, stroke, stroke);
                var letters = set(caption, -1, size, fill, fill)) {
            canvas.saveLayer(null, layer);
            outline.paint(canvas, 0, lineTop(top));
            canvas.restore();
            letters.paint(canvas, 0, lineTop(top));
        }
    }

    /** A plate over one of the words painted before, and the word again on it. */
    void highlight(Canvas canvas, Caption caption, int spoken, float top) {
        int start = start(caption, spoken);
        int end = start + caption.words().get(spoken).text().length();
        float size = sizeOf(caption);
        try (var plate = fill(look.plate());
                var fill = fill(look.plate().readable());
                var none = new Paint().setColor(0);
                var words = set(caption, spoken, size, none, fill)) {
            var boxes =
                    words.getRectsForRange(start, end, RectHeightMode.TIGHT, RectWidthMode.TIGHT);
            for (var box : boxes) {
                canvas.drawRRect(plate(box.getRect().offset(0, lineTop(top)), size), plate);
            }
            words.paint(canvas, 0, lineTop(top));
        }
    }

    @Override
    public void close() {
        fonts.close();
    }

    private static RRect plate(Rect word, float size) {
        float margin = PLATE_MARGIN * size;
        return RRect.makeLTRB(
                word.getLeft() - margin,
                word.getTop(),
                word.getRight() + margin,
                word.getBottom(),
                PLATE_RADIUS * size);
    }

    private float lineTop(float top) {
        return top + (STROKE + SHADOW) * size;
    }

    /** A single word may be wider than every line should be. */
    private float sizeOf(Caption caption) {
        return (float) Math.min(size, size * roomAt(size) / lineWidth(caption, size));
    }

    /** The paragraph with one word in a paint of its own. */
    private Paragraph set(
            Caption caption, int highlighted, float size, Paint paint, Paint highlightedPaint) {
        try (var style = new ParagraphStyle().setAlignment(Alignment.CENTER);
                var plain = style(size, paint);
                var special = style(size, highlightedPaint);
                var builder = new ParagraphBuilder(style, fonts)) {
            int index = 0;
            for (var line : caption.lines()) {
                for (int i = 0; i < line.size(); i++, index++) {
                    builder.pushStyle(index == highlighted ? special : plain);
                    builder.addText(line.get(i).text());
                    builder.popStyle().pushStyle(plain);
                    builder.addText(i + 1 < line.size() ? " " : isLast(caption, index) ? "" : "\n");
                    builder.popStyle();
                }
            }
            return builder.build().layout(width);
        }
    }

    private static boolean isLast(Caption caption, int index) {
        return index == caption.words().size() - 1;
    }

    private static TextStyle style(float size, Paint paint) {
        return new TextStyle()
                .setFontFamilies(Fonts.families())
                .setFontSize(size)
                .setHeight(LINE_HEIGHT)
                .setWordSpacing(WORD_SPACING * size)
                .setForeground(paint);
    }

    private static int start(Caption caption, int word) {
        return caption.words().subList(0, word).stream()
                .mapToInt(it -> it.text().length() + 1)
                .sum();
    }

    private double lineWidth(Caption caption, float size) {
        try (var paint = new Paint();
                var words = set(caption, -1, size, paint, paint)) {
            return words.getMaxIntrinsicWidth();
        }
    }

    private double roomAt(float size) {
        return width - 2 * (PLATE_MARGIN + SHADOW) * size;
    }

    private static Paint fill(Color color) {
        return new Paint().setAntiAlias(true).setColor(color.opaque());
    }

    private static Paint stroke(Color color, float size) {
        return new Paint()
                .setAntiAlias(true)
                .setColor(color.opaque())
                .setMode(PaintMode.STROKE)
                .setStrokeJoin(PaintStrokeJoin.ROUND)
                .setStrokeWidth(STROKE * size);
    }
}
