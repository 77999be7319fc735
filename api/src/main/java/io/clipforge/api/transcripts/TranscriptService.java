package io.clipforge.api.transcripts;

import io.clipforge.api.assets.Asset;
import io.clipforge.api.assets.AssetService;
import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.generated.model.TranscriptUpdate;
import io.clipforge.api.http.ETags;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.redis.JobJson;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps and finds transcripts. */
@Singleton
public class TranscriptService {
    private final Transcripts transcripts;
    private final AssetService assets;
    private final ObjectStore store;
    private final AuditTrail audit;
    private final Tenants tenants;

    TranscriptService(
            Transcripts transcripts,
            AssetService assets,
            ObjectStore store,
            AuditTrail audit,
            Tenants tenants) {
        this.transcripts = transcripts;
        this.assets = assets;
        this.store = store;
        this.audit = audit;
        this.tenants = tenants;
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
    FoundTranscript get(String assetId) {
        return find(assets.get(assetId), transcripts::find);
    }

    /** What is rendered from now on says the corrected words. */
    @TenantTransactional
    FoundTranscript update(String assetId, TranscriptUpdate update, @Nullable String ifMatch) {
        var asset = assets.get(assetId);
        var before = find(asset, transcripts::hold);
        ETags.require(ifMatch, before.row().version());
        var spoken = before.transcript();
        var words =
                Corrections.of(update, spoken.words()).applied(spoken.words(), asset.durationMs());
        var corrected = Transcript.of(spoken.language(), spoken.engine(), words);
        var row =
                transcripts.correct(
                        asset.id(),
                        StoredJson.text(corrected.words()),
                        StoredJson.text(corrected.sentences()));
        keepForWorkers(row, corrected);
        var after = new FoundTranscript(row, corrected);
        audit.record("updateTranscript", assetId, before.resource(), after.resource());
        return after;
    }

    private void keepForWorkers(StoredTranscript row, Transcript corrected) {
        var key =
                "%s/assets/%s/transcript-%d.json"
                        .formatted(tenants.current().orgId(), row.assetId(), row.version());
        store.put(key, JobJson.write(corrected), "application/json");
        assets.transcribed(row.assetId(), key);
    }

    private static FoundTranscript find(
            Asset asset, Function<UUID, Optional<StoredTranscript>> query) {
        return query.apply(asset.id())
                .map(FoundTranscript::of)
                .orElseThrow(() -> ApiProblem.notFound("transcript yet"));
    }
}
