package io.clipforge.jobs;

import java.util.Locale;

/** Why a job failed for good; each is a problem type of the public API. */
public enum JobProblem {
    UNSUPPORTED_MEDIA,
    UNDECODABLE_MEDIA,
    NO_AUDIO,
    PAYLOAD_TOO_LARGE,
    UPLOAD_INCOMPLETE,
    SOURCE_UNREACHABLE,
    SOURCE_FORBIDDEN,
    EXPORT_QUALITY_FAILED,
    INTERNAL_ERROR;

    /** As the API writes it: {@code no_audio}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
