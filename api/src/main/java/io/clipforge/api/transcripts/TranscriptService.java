package io.clipforge.api.transcripts;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.jobs.Transcript;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Keeps and finds transcripts. */
@Singleton
public class TranscriptService {
    private final Transcripts transcripts;
    private final AssetService assets;

    TranscriptService(Transcripts transcripts, AssetService assets) {
        this.transcripts = transcripts;
        this.assets = assets;
    }

    @TenantTransactional
    public void keep(UUID assetId, Transcript transcript) {
        transcripts.add(
                assetId,
                transcript.language(),
                transcript.engine(),
                StoredJson.text(transcript.words()),
                StoredJson.text(transcript.sentences()));
    }

    @TenantTransactional
    Found get(String assetId) {
        var asset = assets.get(assetId);
        return transcripts
                .find(asset.id())
                .map(Found::of)
                .orElseThrow(() -> ApiProblem.notFound("transcript yet"));
    }

    /** A transcript and the row it was read from. */
    record Found(StoredTranscript row, Transcript transcript) {
        static Found of(StoredTranscript row) {
            return new Found(
                    row,
                    new Transcript(
                            row.language(),
                            row.engine(),
                            StoredJson.readList(row.words(), Transcript.Word[].class),
                            StoredJson.readList(row.sentences(), Transcript.Sentence[].class)));
        }
    }
}
