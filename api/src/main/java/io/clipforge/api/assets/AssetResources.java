package io.clipforge.api.assets;

import io.clipforge.api.generated.model.Asset;
import io.clipforge.api.generated.model.AssetStatus;
import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.Shot;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.Problems;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobResult.MediaFacts;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assets as the API shows them. */
@Singleton
public class AssetResources {
    private final AssetService assets;
    private final ObjectStore store;

    AssetResources(AssetService assets, ObjectStore store) {
        this.assets = assets;
        this.store = store;
    }

    /** By their ids; who is not there, or deleted, is left out. */
    public Map<UUID, Asset> findAll(Collection<UUID> ids) {
        return assets.findAll(ids).values().stream()
                .collect(Collectors.toMap(io.clipforge.api.assets.Asset::id, this::of));
    }

    Asset of(io.clipforge.api.assets.Asset asset) {
        var resource = withoutLinks(asset);
        link(resource, asset);
        return resource;
    }

    /** Links work for an hour; without them an asset reads the same as long as it is the same. */
    static Asset withoutLinks(io.clipforge.api.assets.Asset asset) {
        var resource =
                new Asset(
                                TypeId.ASSET.text(asset.id()),
                                TypeId.PROJECT.text(asset.projectId()),
                                AssetStatus.fromValue(asset.status()),
                                Environment.fromValue(asset.environment()),
                                asset.metadata(),
                                Times.utc(asset.createdAt()),
                                Times.utc(asset.updatedAt()))
                        .ingestId(ingestId(asset.ingestId()))
                        .filename(asset.filename())
                        .problem(Problems.resource(asset.problemCode(), asset.problemDetail()));
        describe(resource, asset.media());
        return resource.shots(shots(asset.shots()));
    }

    private static void describe(Asset resource, @Nullable String media) {
        if (media != null) {
            var facts = StoredJson.read(media, MediaFacts.class);
            resource.durationMs(facts.durationMs())
                    .sizeBytes(facts.sizeBytes())
                    .container(facts.container())
                    .width(facts.width())
                    .height(facts.height())
                    .frameRate(facts.frameRate())
                    .videoCodec(facts.videoCodec())
                    .audioCodec(facts.audioCodec())
                    .hasVideo(facts.hasVideo())
                    .hasAudio(facts.hasAudio());
        }
    }

    private void link(Asset resource, io.clipforge.api.assets.Asset asset) {
        if (asset.audioKey() != null) {
            var audio = store.presignGet(asset.audioKey());
            resource.audioUrl(audio.url())
                    .urlExpiresAt(Times.utc(audio.expiresAt()))
                    .posterUrl(url(asset.posterKey()))
                    .waveformUrl(url(asset.waveformKey()))
                    .overviewUrl(url(asset.overviewKey()));
        }
    }

    private @Nullable URI url(@Nullable String key) {
        return key == null ? null : store.presignGet(key).url();
    }

    private static @Nullable List<Shot> shots(@Nullable String stored) {
        return stored == null
                ? null
                : StoredJson.readList(stored, Analysis.Shot[].class).stream()
                        .map(it -> new Shot(it.startMs(), it.endMs()))
                        .toList();
    }

    private static @Nullable String ingestId(@Nullable UUID id) {
        return id == null ? null : TypeId.INGEST.text(id);
    }
}
