package io.clipforge.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a long asset that is worked on apart from the others, on the asset's clock. It
 * begins and ends where nobody speaks, as far as there is such a place.
 *
 * @param startMs inclusive
 * @param endMs exclusive
 * @param proxyKey the low-resolution video of this stretch; absent without a picture
 * @param proxyStartMs where that video begins: a little before the stretch, so that a cut at its
 *     start is seen
 */
public record Part(long startMs, long endMs, @Nullable String proxyKey, long proxyStartMs) {
    public Part {
        if (startMs < 0 || endMs <= startMs || proxyStartMs > startMs) {
            throw new IllegalArgumentException("a part has a length, and its video covers it");
        }
    }
}
