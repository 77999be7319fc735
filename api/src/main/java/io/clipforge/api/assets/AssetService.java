package io.clipforge.api.assets;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobResult;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assets of the current tenant; the flow of an ingest fills them in. */
@Singleton
public class AssetService {
    private final Assets assets;
    private final AuditTrail audit;

    AssetService(Assets assets, AuditTrail audit) {
        this.assets = assets;
        this.audit = audit;
    }

    /** Refuses an id that is not there. */
    @TenantTransactional
    public Asset get(String id) {
        return TypeId.ASSET
                .find(id)
                .flatMap(assets::find)
                .orElseThrow(() -> ApiProblem.notFound("asset"));
    }

    @TenantTransactional
    public Asset get(UUID id) {
        return assets.find(id).orElseThrow(() -> ApiProblem.notFound("asset"));
    }

    /** By their ids; who is not there, or deleted, is left out. */
    @TenantTransactional
    public Map<UUID, Asset> findAll(Collection<UUID> ids) {
        return assets.findAll(StoredJson.text(ids)).stream()
                .collect(Collectors.toMap(Asset::id, Function.identity()));
    }

    @TenantTransactional
    List<Asset> list(UUID before, @Nullable UUID projectId, int limit) {
        return assets.list(before, projectId, limit);
    }

    @TenantTransactional
    public void process(UUID id) {
        assets.move(id, "processing");
    }

    /** Work on a failed one goes on. */
    @TenantTransactional
    public void reopen(UUID id) {
        assets.reopen(id);
    }

    @TenantTransactional
    public void describe(UUID id, JobResult.Ingested found) {
        assets.describe(
                id,
                StoredJson.text(found.media()),
                found.sourceKey(),
                found.audioKey(),
                found.proxyKey(),
                found.posterKey(),
                found.waveformKey());
    }

    @TenantTransactional
    public void transcribed(UUID id, String transcriptKey) {
        assets.transcribed(id, transcriptKey);
    }

    @TenantTransactional
    public void analyzed(UUID id, String analysisKey, Analysis analysis) {
        assets.analyzed(id, analysisKey, StoredJson.text(analysis.shots()));
    }

    @TenantTransactional
    public void ready(UUID id, @Nullable String overviewKey) {
        assets.ready(id, overviewKey);
    }

    @TenantTransactional
    public void fail(UUID id, @Nullable String problemCode, @Nullable String problemDetail) {
        assets.fail(id, problemCode, problemDetail);
    }

    @TenantTransactional
    void delete(String id) {
        var asset =
                TypeId.ASSET
                        .find(id)
                        .flatMap(assets::hold)
                        .orElseThrow(() -> ApiProblem.notFound("asset"));
        assets.delete(asset.id());
        audit.record("deleteAsset", id, AssetResources.withoutLinks(asset), null);
    }

    /** Nothing of a deleted asset lies in the store any more. */
    @TenantTransactional
    public void purged(UUID id) {
        assets.purged(id);
    }
}
