package io.clipforge.sdk.resources;

import io.clipforge.sdk.model.Upload;
import io.clipforge.sdk.model.UploadPart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Hands out part addresses, each once, and asks for more as they run out; an attempt after a
 * failure gets a fresh one.
 */
final class PartAddresses {
    private static final int BATCH = 10;
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Uploads uploads;
    private final Clock clock;
    private final String uploadId;
    private final int partCount;
    private final Map<Integer, UploadPart> known = new HashMap<>();

    PartAddresses(Uploads uploads, Clock clock, Upload upload) {
        this.uploads = uploads;
        this.clock = clock;
        this.uploadId = upload.getId();
        this.partCount = upload.getPartCount();
        keep(upload.getParts() == null ? List.of() : upload.getParts());
    }

    synchronized URI next(int partNumber) {
        UploadPart part = known.remove(partNumber);
        if (part == null || expired(part)) {
            keep(uploads.createParts(uploadId, missing(partNumber)));
            part = known.remove(partNumber);
        }
        return Objects.requireNonNull(part, "no address for part " + partNumber).getUrl();
    }

    private List<Integer> missing(int first) {
        return IntStream.range(first, Math.min(first + BATCH, partCount + 1))
                .filter(number -> number == first || !known.containsKey(number))
                .boxed()
                .toList();
    }

    private boolean expired(UploadPart part) {
        return part.getExpiresAt().toInstant().minus(MARGIN).isBefore(clock.instant());
    }

    private void keep(List<UploadPart> parts) {
        parts.forEach(part -> known.put(part.getPartNumber(), part));
    }
}
