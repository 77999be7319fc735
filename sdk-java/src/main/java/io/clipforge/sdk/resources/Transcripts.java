package io.clipforge.sdk.resources;

import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Transcript;

/**
 * What is said, word by word. Until a transcript is ready, every call throws {@link
 * io.clipforge.sdk.errors.NotFoundException}.
 */
public final class Transcripts {
    private final Transport transport;

    public Transcripts(Transport transport) {
        this.transport = transport;
    }

    /** The words with their times, and the sentences they form. */
    public Transcript get(String assetId) {
        return transport.send(Call.get("/v1/assets/{}/transcript", assetId), Transcript.class);
    }

    /** The transcript as a SubRip file. */
    public String srt(String assetId) {
        return transport.text(
                Call.get("/v1/assets/{}/transcript.srt", assetId), "application/x-subrip");
    }

    /** The transcript as a WebVTT file. */
    public String vtt(String assetId) {
        return transport.text(Call.get("/v1/assets/{}/transcript.vtt", assetId), "text/vtt");
    }

    /** The sentences, one a line, without times. */
    public String text(String assetId) {
        return transport.text(Call.get("/v1/assets/{}/transcript.txt", assetId), "text/plain");
    }
}
