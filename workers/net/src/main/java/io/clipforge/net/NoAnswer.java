package io.clipforge.net;

/** Why no complete answer came back. */
public sealed interface NoAnswer extends PostOutcome, DownloadOutcome
        permits Forbidden, Unreachable {

    /** A sentence for whoever chose the URL. */
    String reason();
}
