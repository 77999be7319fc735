package io.clipforge.media.captions.vtt;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** {@code name:value} of a cue or of a region. */
record VttSetting(String name, String value) {
    private static final Pattern SPACE = Pattern.compile("[ \t\n\f\r]+");

    /** In order; what has no name or no value is left out. */
    static List<VttSetting> all(String text) {
        return Arrays.stream(SPACE.split(text, -1))
                .filter(it -> it.indexOf(':') > 0 && it.indexOf(':') < it.length() - 1)
                .map(it -> it.split(":", 2))
                .map(it -> new VttSetting(it[0], it[1]))
                .toList();
    }
}
