package io.clipforge.media.captions.drawing;

import io.clipforge.media.reframe.Size;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.GradientStyle;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.skija.Surface;
import java.util.Objects;

/** What stands behind the waveform of a clip without a picture. */
public final class Ground {
    private static final double DARK = 0.35;

    private Ground() {}

    /** The colour, growing darker downwards, as PNG. */
    public static byte[] png(Size frame, Color color) {
        int[] colors = {color.opaque(), color.darkened(DARK).opaque()};
        try (var surface =
                        Surface.makeRaster(ImageInfo.makeN32Premul(frame.width(), frame.height()));
                var shader =
                        Shader.makeLinearGradient(
                                0, 0, 0, frame.height(), colors, null, GradientStyle.DEFAULT);
                var paint = new Paint().setShader(shader).setDither(true)) {
            surface.getCanvas().drawPaint(paint);
            try (var image = surface.makeImageSnapshot();
                    var data = Objects.requireNonNull(EncoderPNG.encode(image))) {
                return data.getBytes();
            }
        }
    }
}
