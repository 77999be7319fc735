package io.clipforge.media.captions.drawing;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.reframe.Size;
import io.github.humbleui.skija.EncodePNGOptions;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Surface;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws the captions of one clip, all in one size of type. For one thread; close it.
 *
 * <p>Pictures are a transparent band over the width of the {@link SafeBox}; {@link #left} and
 * {@link #top} say where the band stands in the frame.
 */
public final class CaptionPainter implements AutoCloseable {
    /** Drawing with more packs smaller but costs more time than ffmpeg needs to read it. */
    private static final EncodePNGOptions FAST = EncodePNGOptions.DEFAULT.withZlibLevel(1);

    private static final double TYPE_SIZE = 0.07;
    private static final double SMALLEST_TYPE_SIZE = 0.055;
    private static final int LINES = 2;

    private final SafeBox safe;
    private final CaptionLook look;
    private final Type type;
    private final Surface surface;
    private final int bottom;
    private @Nullable Image plain;
    private @Nullable Caption plainOf;

    /**
     * @param captions all that will be drawn; the widest line sets the size of type
     * @param keepFree height at the bottom of the safe box that is taken, pixels
     */
    public CaptionPainter(Size frame, CaptionLook look, List<Caption> captions, int keepFree) {
        this.look = look;
        this.safe = SafeBox.of(frame);
        int shorter = Math.min(frame.width(), frame.height());
        this.type =
                new Type(
                        look,
                        safe.width(),
                        (float) (TYPE_SIZE * shorter),
                        (float) (SMALLEST_TYPE_SIZE * shorter),
                        captions);
        this.bottom = safe.bottom() - keepFree;
        this.surface =
                Surface.makeRaster(ImageInfo.makeN32Premul(safe.width(), type.height(LINES)));
    }

    public int left() {
        return safe.left();
    }

    public int top() {
        return bottom - surface.getHeight();
    }

    /** Whether a caption looks different with each word. */
    public boolean highlightsSpokenWord() {
        return look.highlightsSpokenWord();
    }

    /** A band without anything on it. */
    public byte[] nothing() {
        surface.getCanvas().clear(0);
        return png();
    }

    /**
     * A caption as PNG.
     *
     * @param spoken index of the word being spoken among the caption's words; −1 for none
     */
    public byte[] draw(Caption caption, int spoken) {
        int top = surface.getHeight() - type.height(caption.lines().size());
        var canvas = surface.getCanvas().clear(0);
        canvas.drawImage(plain(caption, top), 0, 0);
        if (spoken >= 0 && look.highlightsSpokenWord()) {
            type.highlight(canvas, caption, spoken, top);
        }
        return png();
    }

    /** The words of a caption are highlighted one after another: all but the plate is kept. */
    private Image plain(Caption caption, int top) {
        if (plain == null || !caption.equals(plainOf)) {
            type.paint(surface.getCanvas(), caption, top);
            forget();
            plain = surface.makeImageSnapshot();
            plainOf = caption;
            surface.getCanvas().clear(0);
        }
        return plain;
    }

    private void forget() {
        if (plain != null) {
            plain.close();
            plain = null;
        }
    }

    @Override
    public void close() {
        forget();
        surface.close();
        type.close();
    }

    private byte[] png() {
        try (var image = surface.makeImageSnapshot();
                var data = Objects.requireNonNull(EncoderPNG.encode(image, FAST))) {
            return data.getBytes();
        }
    }
}
