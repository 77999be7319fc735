package io.clipforge.media.captions.drawing;

import io.github.humbleui.skija.EncodePNGFilterFlag;
import io.github.humbleui.skija.EncodePNGOptions;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Surface;
import java.util.Objects;

/** Pictures that are read once, a moment later. */
final class Png {
    /** Letters in one colour pack smallest, and five times as fast, as they are. */
    private static final EncodePNGOptions FAST =
            EncodePNGOptions.DEFAULT.withZlibLevel(1).withFlags(EncodePNGFilterFlag.NONE);

    private Png() {}

    static byte[] of(Surface surface) {
        try (var image = surface.makeImageSnapshot();
                var data = Objects.requireNonNull(EncoderPNG.encode(image, FAST))) {
            return data.getBytes();
        }
    }
}
