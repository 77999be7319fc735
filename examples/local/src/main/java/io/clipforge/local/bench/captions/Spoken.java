package io.clipforge.local.bench.captions;

import java.util.Locale;

/**
 * A word on the video's clock.
 *
 * @param text as it is written, in whatever case and with its marks
 */
record Spoken(String text, double startMs, double endMs) {
    boolean sounds(Spoken other) {
        return bare().equals(other.bare());
    }

    private String bare() {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']", "");
    }
}
