package io.clipforge.media.captions.drawing;

import org.jspecify.annotations.Nullable;

/**
 * Who or what is seen: a bar with a title that stands in the lower part of the picture for a while.
 *
 * @param title one line, or two when it is long
 * @param subtitle smaller, below the title; absent for none
 * @param text colour of the words; where it cannot be read on the bar, black or white
 * @param accent colour of the strip at the bar's beginning
 * @param bar colour of the bar
 * @param font preferred to the bundled ones; absent for these only
 */
public record LowerThird(
        String title,
        @Nullable String subtitle,
        Color text,
        Color accent,
        Color bar,
        @Nullable BrandFont font) {
    public LowerThird {
        title = line(title);
        subtitle = subtitle == null || subtitle.isBlank() ? null : line(subtitle);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a lower third has a title");
        }
    }

    Color words() {
        return text.readsOn(bar) ? text : bar.readable();
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
