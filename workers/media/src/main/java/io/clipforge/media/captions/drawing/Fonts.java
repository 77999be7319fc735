package io.clipforge.media.captions.drawing;

import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.Typeface;
import io.github.humbleui.skija.paragraph.FontCollection;
import io.github.humbleui.skija.paragraph.TypefaceFontProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The bundled fonts, in order of preference: Inter, cut by script, then Twemoji. What they lack the
 * system's fonts give.
 */
final class Fonts {
    private static final List<String> FILES =
            List.of(
                    "inter-latin-800-normal",
                    "inter-latin-ext-800-normal",
                    "inter-cyrillic-800-normal",
                    "inter-cyrillic-ext-800-normal",
                    "inter-greek-800-normal",
                    "inter-vietnamese-800-normal",
                    "twemoji");
    private static final List<Typeface> TYPEFACES = FILES.stream().map(Fonts::load).toList();

    private Fonts() {}

    static String[] families() {
        return FILES.toArray(String[]::new);
    }

    /** For one thread. */
    static FontCollection collection() {
        var provider = new TypefaceFontProvider();
        for (int i = 0; i < FILES.size(); i++) {
            provider.registerTypeface(TYPEFACES.get(i), FILES.get(i));
        }
        return new FontCollection()
                .setAssetFontManager(provider)
                .setDefaultFontManager(FontMgr.getDefault());
    }

    private static Typeface load(String name) {
        try (var file = Fonts.class.getResourceAsStream(name + ".woff2")) {
            var data = Data.makeFromBytes(Objects.requireNonNull(file, name).readAllBytes());
            return Objects.requireNonNull(FontMgr.getDefault().makeFromData(data), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
