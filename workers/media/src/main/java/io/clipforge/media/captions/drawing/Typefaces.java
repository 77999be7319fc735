package io.clipforge.media.captions.drawing;

import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The bundled fonts, each read when it is first needed: a Chinese one takes 0.2 s. */
final class Typefaces {
    static final String INTER = "inter-800-normal";
    static final String TWEMOJI = "twemoji";
    private static final Map<String, Typeface> LOADED = new ConcurrentHashMap<>();

    private Typefaces() {}

    static String noto(String script) {
        return "noto-sans-" + script + "-800-normal";
    }

    static Typeface get(String name) {
        return LOADED.computeIfAbsent(name, Typefaces::load);
    }

    static boolean has(String name, int codePoint) {
        return get(name).getUTF32Glyph(codePoint) != 0;
    }

    private static Typeface load(String name) {
        try (var file = Typefaces.class.getResourceAsStream(name + ".woff2")) {
            var data = Data.makeFromBytes(Objects.requireNonNull(file, name).readAllBytes());
            return Objects.requireNonNull(FontMgr.getDefault().makeFromData(data), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
