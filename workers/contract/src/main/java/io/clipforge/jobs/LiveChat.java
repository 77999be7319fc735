package io.clipforge.jobs;

import java.util.List;

/**
 * What was written while the video was live.
 *
 * @param offsetsMs when each message was posted, on the source's clock, in any order
 */
public record LiveChat(List<Long> offsetsMs) {
    public static final LiveChat NONE = new LiveChat(List.of());

    public LiveChat {
        offsetsMs = List.copyOf(offsetsMs);
    }
}
