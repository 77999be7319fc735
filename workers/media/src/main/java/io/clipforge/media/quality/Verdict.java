package io.clipforge.media.quality;

/** What a figure says about a clip, the best first. */
public enum Verdict {
    PASS,
    /** Worth a look; the clip is delivered. */
    WARN,
    /** The clip is not delivered. */
    FAIL
}
