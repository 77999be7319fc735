package io.clipforge.media.captions.drawing;

import io.clipforge.media.captions.Caption;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Paints words set in type. Lengths are shares of the size of type. */
final class Ink {
    /** Of the outline, which stands half outside of the letter. */
    private static final float STROKE = 0.16f;

    private static final float PLATE_MARGIN = 0.13f;
    private static final float PLATE_RADIUS = 0.18f;
    private static final float BOX_MARGIN = 0.22f;
    private static final float BOX_EDGE = 0.1f;
    private static final float BOX_RADIUS = 0.28f;
    private static final float SHADOW = 0.07f;
    private static final int SHADOW_COLOR = 0x99000000;

    /** A leaping word may not reach its neighbours' letters. */
    private static final float LEAP = 0.1f;

    private final CaptionLook look;
    private final Type type;

    Ink(CaptionLook look, Type type) {
        this.look = look;
        this.type = type;
    }

    /**
     * The words that are to be seen, none of them spoken.
     *
     * @param top of the lines
     */
    void words(Canvas canvas, Caption caption, IntPredicate seen, float top) {
        if (look.style() == CaptionLook.Style.BOX) {
            box(canvas, caption, top);
        }
        float around = type.edge(caption);
        var within =
                Rect.makeXYWH(
                        type.left(caption) - around,
                        top - around,
                        type.width(caption) + 2 * around,
                        type.height(caption) + 2 * around);
        words(canvas, caption, seen, false, within, top);
    }

    /** A plate over one of the words painted before, and the word again on it. */
    void plate(Canvas canvas, Caption caption, int spoken, float top) {
        float size = type.size(caption);
        try (var plate = fill(look.highlight());
                var fill = fill(look.highlight().readable());
                var none = new Paint().setColor(0);
                var words = type.set(caption, only(i -> i == spoken, fill, none))) {
            for (var box : Type.boxes(words, caption, spoken)) {
                var placed = box.offset(type.left(caption), top);
                canvas.drawRRect(round(placed, PLATE_MARGIN * size, 0, PLATE_RADIUS * size), plate);
            }
            words.paint(canvas, type.left(caption), top);
        }
    }

    /**
     * One word in the colour of what stands out.
     *
     * @param scale 1 where it comes to rest; how far it grows is bounded
     */
    void leaping(Canvas canvas, Caption caption, int spoken, float scale, float top) {
        var at = bounds(caption, spoken).offset(type.left(caption), top);
        float most = 1 + 2 * LEAP * type.size(caption) / Math.max(1, at.getWidth());
        float bounded = Math.min(scale, most);
        float x = (at.getLeft() + at.getRight()) / 2;
        float y = (at.getTop() + at.getBottom()) / 2;
        canvas.save();
        canvas.translate(x, y).scale(bounded, bounded).translate(-x, -y);
        words(canvas, caption, i -> i == spoken, true, at.inflate(type.edge(caption)), top);
        canvas.restore();
    }

    private void words(
            Canvas canvas,
            Caption caption,
            IntPredicate seen,
            boolean standsOut,
            Rect within,
            float top) {
        float left = type.left(caption);
        var words = caption.words();
        var color = standsOut ? look.highlight() : look.words();
        try (var fill = fill(color);
                var keyword = fill(look.keywords());
                var none = new Paint().setColor(0)) {
            if (look.outlined()) {
                outline(canvas, caption, seen, color, within, top);
            }
            IntFunction<Paint> paints =
                    i -> !seen.test(i) ? none : words.get(i).keyword() ? keyword : fill;
            try (var letters = type.set(caption, paints)) {
                letters.paint(canvas, left, top);
            }
        }
    }

    /**
     * Outline and shadow; every word has the same, so that letters differ in colour alone.
     *
     * @param within what the shadow is worked out for
     */
    private void outline(
            Canvas canvas,
            Caption caption,
            IntPredicate seen,
            Color color,
            Rect within,
            float top) {
        float size = type.size(caption);
        float blur = SHADOW * size;
        try (var filter =
                        ImageFilter.makeDropShadow(0, blur / 2, blur / 2, blur / 2, SHADOW_COLOR);
                var layer = new Paint().setImageFilter(filter);
                var stroke = stroke(color.outline(), size);
                var none = new Paint().setColor(0);
                var outline = type.set(caption, only(seen, stroke, none))) {
            canvas.saveLayer(within, layer);
            outline.paint(canvas, type.left(caption), top);
            canvas.restore();
        }
    }

    private void box(Canvas canvas, Caption caption, float top) {
        float size = type.size(caption);
        try (var paint = fill(look.box());
                var words = type.set(caption, _ -> paint)) {
            for (var line : Type.lines(words)) {
                var placed = line.offset(type.left(caption), top);
                canvas.drawRRect(
                        round(placed, BOX_MARGIN * size, BOX_EDGE * size, BOX_RADIUS * size),
                        paint);
            }
        }
    }

    private Rect bounds(Caption caption, int word) {
        try (var paint = new Paint();
                var words = type.set(caption, _ -> paint)) {
            return Type.boxes(words, caption, word).stream()
                    .reduce((a, b) ->
                            Rect.makeLTRB(
                                    Math.min(a.getLeft(), b.getLeft()),
                                    Math.min(a.getTop(), b.getTop()),
                                    Math.max(a.getRight(), b.getRight()),
                                    Math.max(a.getBottom(), b.getBottom())))
                    .orElse(Rect.makeWH(0, 0));
        }
    }

    private static IntFunction<Paint> only(IntPredicate seen, Paint paint, Paint none) {
        return i -> seen.test(i) ? paint : none;
    }

    private static RRect round(Rect rect, float margin, float edge, float radius) {
        return RRect.makeLTRB(
                rect.getLeft() - margin,
                rect.getTop() - edge,
                rect.getRight() + margin,
                rect.getBottom() + edge,
                radius);
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
