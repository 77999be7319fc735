package io.clipforge.api.ingests;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.moments.Moment;
import io.clipforge.api.moments.MomentService;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.transcripts.TranscriptService;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.RankedMoments;
import io.clipforge.jobs.Transcript;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Brings what workers left in the object store into the database. */
@Singleton
class FlowResults {
    private final ObjectStore store;
    private final AssetService assets;
    private final TranscriptService transcripts;
    private final MomentService moments;

    FlowResults(
            ObjectStore store,
            AssetService assets,
            TranscriptService transcripts,
            MomentService moments) {
        this.store = store;
        this.assets = assets;
        this.transcripts = transcripts;
        this.moments = moments;
    }

    void keep(UUID assetId, JobResult.Transcribed result) {
        transcripts.keep(assetId, read(result.transcriptKey(), Transcript.class));
        assets.transcribed(assetId, result.transcriptKey());
    }

    void keep(UUID assetId, JobResult.Analyzed result) {
        assets.analyzed(assetId, result.analysisKey(), read(result.analysisKey(), Analysis.class));
    }

    List<Moment> keep(UUID assetId, JobResult.Ranked result) {
        return moments.keep(assetId, read(result.momentsKey(), RankedMoments.class));
    }

    private <T> T read(String key, Class<T> type) {
        return StoredJson.read(store.get(key), type);
    }
}
