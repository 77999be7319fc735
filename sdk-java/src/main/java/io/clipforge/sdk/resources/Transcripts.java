package io.clipforge.sdk.resources;

import io.clipforge.sdk.Versioned;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Transcript;
import io.clipforge.sdk.model.TranscriptUpdate;

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

    /** The words with their version, for {@link #update(String, TranscriptUpdate, String)}. */
    public Versioned<Transcript> getVersioned(String assetId) {
        return transport.versioned(Call.get("/v1/assets/{}/transcript", assetId), Transcript.class);
    }

    /**
     * Corrects words, says who spoke them, and names speakers.
     *
     * @throws io.clipforge.sdk.errors.UnprocessableException when other words stand where an edit
     *     replaces some
     */
    public Transcript update(String assetId, TranscriptUpdate corrections) {
        return transport.send(
                Call.patch("/v1/assets/{}/transcript", assetId).json(corrections),
                Transcript.class);
    }

    /**
     * Corrects the transcript, if it is still at that version.
     *
     * @throws io.clipforge.sdk.errors.PreconditionFailedException when somebody else was faster
     */
    public Transcript update(String assetId, TranscriptUpdate corrections, String etag) {
        return transport.send(
                Call.patch("/v1/assets/{}/transcript", assetId).json(corrections).ifMatch(etag),
                Transcript.class);
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
