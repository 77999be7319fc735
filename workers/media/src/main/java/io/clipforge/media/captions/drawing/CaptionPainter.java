package io.clipforge.media.captions.drawing;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.reframe.Size;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Surface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the captions of one clip, all in one size of type. For one thread; close it.
 *
 * <p>Pictures are a transparent band over the width of the {@link SafeBox}; {@link #left} and
 * {@link #top} say where the band stands in the frame.
 */
public final class CaptionPainter implements AutoCloseable {
    /** Shares of the frame's shorter side. */
    private static final float USUAL = 0.07f;

    private static final float SMALLEST = 0.055f;
    private static final float LEGIBLE = 0.042f;

    /** How large a word is while it leaps, step by step; then it rests at 1. */
    private static final float[] LEAP = {0.82f, 1.06f, 1.12f};

    private final SafeBox safe;
    private final CaptionLook look;
    private final Type type;
    private final Ink ink;
    private final Surface surface;
    private final int bottom;
    private @Nullable Image still;
    private @Nullable Still stillOf;

    /** What of a caption does not change from one picture to the next. */
    private record Still(Caption caption, int words) {}

    /**
     * @param captions all that will be drawn; the widest line sets the size of type
     * @param keepFree height at the bottom of the safe box that is taken, pixels
     */
    public CaptionPainter(Size frame, CaptionLook look, List<Caption> captions, int keepFree) {
        this.look = look;
        this.safe = SafeBox.of(frame);
        int shorter = Math.min(frame.width(), frame.height());
        var sizes = new Type.Sizes(USUAL * shorter, SMALLEST * shorter, LEGIBLE * shorter);
        this.type = new Type(safe.width(), sizes, look.font(), captions);
        this.ink = new Ink(look, type);
        this.bottom = safe.bottom() - keepFree;
        double highest = captions.stream().mapToDouble(this::height).max().orElse(2);
        int height = Math.min(bottom - safe.top(), 2 * (int) Math.ceil(highest / 2));
        this.surface = Surface.makeRaster(ImageInfo.makeN32Premul(safe.width(), height));
    }

    public int left() {
        return safe.left();
    }

    public int top() {
        return bottom - surface.getHeight();
    }

    /** Whether a caption looks different with each word. */
    public boolean followsWords() {
        return look.followsWords();
    }

    /** How many pictures a word has before it comes to rest. */
    public int steps() {
        return look.style() == CaptionLook.Style.POP ? LEAP.length : 0;
    }

    /** A band without anything on it. */
    public byte[] nothing() {
        surface.getCanvas().clear(0);
        return Png.of(surface);
    }

    /** A caption as PNG, with a word that has come to rest; −1 for none. */
    public byte[] draw(Caption caption, int spoken) {
        return draw(caption, spoken, steps());
    }

    /**
     * A caption as PNG.
     *
     * @param spoken index of the word being spoken among the caption's words; −1 for none
     * @param step of the word's leap: 0 to {@link #steps}, with which it rests
     */
    public byte[] draw(Caption caption, int spoken, int step) {
        var stays = stays(caption, spoken);
        var image = still(stays);
        var canvas = surface.getCanvas().clear(0);
        canvas.drawImage(image, 0, 0);
        moving(canvas, caption, spoken, step);
        return Png.of(surface);
    }

    /** Whether the pictures are the same on every machine: no font of the system's is used. */
    public boolean usesNoSystemFont() {
        return type.complete();
    }

    /** Everything that any picture of a caption holds, wherever it is, words at their largest. */
    void paintAll(Canvas canvas, Caption caption) {
        ink.words(canvas, caption, _ -> true, top(caption));
        for (int word = 0; word < caption.words().size(); word++) {
            moving(canvas, caption, word, Math.max(0, steps() - 1));
        }
    }

    /** How many characters of a caption no font has. */
    int unknown(Caption caption) {
        return type.unknown(caption);
    }

    /** Pixels. */
    float typeSize(Caption caption) {
        return type.size(caption);
    }

    private Still stays(Caption caption, int spoken) {
        boolean coming = spoken >= 0 && look.style() == CaptionLook.Style.POP;
        return new Still(caption, coming ? spoken : caption.words().size());
    }

    /** The words of a caption are highlighted one after another: what stays is kept. */
    private Image still(Still wanted) {
        if (still == null || !wanted.equals(stillOf)) {
            int seen = wanted.words();
            ink.words(
                    surface.getCanvas().clear(0),
                    wanted.caption(),
                    i -> i < seen,
                    top(wanted.caption()));
            forget();
            still = surface.makeImageSnapshot();
            stillOf = wanted;
        }
        return still;
    }

    private void moving(Canvas canvas, Caption caption, int spoken, int step) {
        if (spoken < 0) {
            return;
        }
        switch (look.style()) {
            case CLASSIC, BOX -> {}
            case KARAOKE -> ink.plate(canvas, caption, spoken, top(caption));
            case POP -> {
                float scale = step < LEAP.length ? LEAP[step] : 1;
                ink.leaping(canvas, caption, spoken, scale, top(caption));
            }
        }
    }

    /** Of the lines; captions stand at the bottom of the band. */
    private float top(Caption caption) {
        return surface.getHeight() - height(caption) + type.edge(caption);
    }

    private float height(Caption caption) {
        return type.height(caption) + 2 * type.edge(caption);
    }

    private void forget() {
        if (still != null) {
            still.close();
            still = null;
        }
    }

    @Override
    public void close() {
        forget();
        surface.close();
        type.close();
    }
}
