package io.clipforge.fleet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Some bytes of an object.
 *
 * @param length at least one
 */
record ByteRange(long offset, long length) {
    /** As HTTP asks for it. */
    String header() {
        return "bytes=" + offset + "-" + (offset + length - 1);
    }

    /** Writes these bytes over a file, also when the server knows no ranges and sends them all. */
    ResponseTransformer<GetObjectResponse, Long> into(Path file) {
        return (response, body) -> {
            try (var written =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                if (!reached(response, body)) {
                    return 0L;
                }
                long count = written.transferFrom(Channels.newChannel(body), 0, length);
                if (response.contentRange() == null) {
                    body.abort(); // what follows may be long
                }
                return count;
            } catch (IOException e) {
                throw RetryableException.builder()
                        .message("cannot read " + header())
                        .cause(e)
                        .build();
            }
        };
    }

    /** False when the object ends before. */
    private boolean reached(GetObjectResponse response, AbortableInputStream body)
            throws IOException {
        var range = response.contentRange();
        if (range == null) {
            try {
                body.skipNBytes(offset);
            } catch (EOFException _) {
                return false;
            }
        } else if (!range.startsWith("bytes " + offset + "-")) {
            throw new IOException("asked for " + header() + ", got " + range);
        }
        return true;
    }
}
