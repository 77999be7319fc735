package io.clipforge.media.captions.vtt;

import java.util.Arrays;
import java.util.List;

/** The lines of a text file: without a byte-order mark, whatever ends them; NUL is U+FFFD. */
public final class FileLines {
    private FileLines() {}

    public static List<String> of(String file) {
        var text = file.startsWith("\ufeff") ? file.substring(1) : file;
        return Arrays.asList(text.replace('\0', '\ufffd').split("\r\n|\r|\n", -1));
    }
}
