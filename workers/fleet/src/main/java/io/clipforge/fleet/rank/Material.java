package io.clipforge.fleet.rank;

import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.LiveChat;
import io.clipforge.jobs.Transcript;

/** All that is known of the asset. */
record Material(long durationMs, Transcript transcript, Analysis analysis, LiveChat chat) {
    /** Nobody wrote. */
    Material(long durationMs, Transcript transcript, Analysis analysis) {
        this(durationMs, transcript, analysis, LiveChat.NONE);
    }

    boolean spoken() {
        return !transcript.words().isEmpty();
    }
}
