package io.clipforge.media.captions;

import java.util.List;

/** The lines of a text file: without a byte-order mark, whatever ends them. */
final class FileLines {
    private FileLines() {}

    static List<String> of(String file) {
        var text = file.startsWith("\ufeff") ? file.substring(1) : file;
        return List.of(text.split("\r\n|\r|\n", -1));
    }
}
