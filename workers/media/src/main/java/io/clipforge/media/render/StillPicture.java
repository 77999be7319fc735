package io.clipforge.media.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A stranger's picture.
 *
 * @param demuxer the only one it is opened with, so that it can name no other file
 */
record StillPicture(Path file, String demuxer) {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int JPEG = 0xFFD8FF;

    static StillPicture png(Path file) {
        return new StillPicture(file, "png_pipe");
    }

    /** By its first bytes; empty for what is neither PNG nor JPEG. */
    static Optional<StillPicture> of(Path file) throws IOException {
        var head = ByteBuffer.allocate(Long.BYTES);
        try (var input = Files.newInputStream(file)) {
            head.put(input.readNBytes(Long.BYTES));
        }
        if (head.getLong(0) == PNG) {
            return Optional.of(png(file));
        }
        return head.getInt(0) >>> 8 == JPEG
                ? Optional.of(new StillPicture(file, "jpeg_pipe"))
                : Optional.empty();
    }

    /** Arguments that open it. */
    List<String> input() {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-max_pixels",
                "25000000",
                "-f",
                demuxer,
                "-i",
                "file:" + file.toAbsolutePath());
    }
}
