package io.clipforge.api.housekeeping;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/**
 * Deletes the media of assets that were deleted a while ago. The rows stay; so do finished exports,
 * which are results of their own.
 */
@Singleton
final class AssetPurge implements Schedule {
    private static final int BATCH = 10;
    private static final Leftover START =
            new Leftover(new UUID(0, 0), new UUID(0, 0), "", Instant.EPOCH);

    private final Leftovers leftovers;
    private final SourceFiles sources;
    private final AssetService assets;
    private final ObjectStore store;
    private final Tenants tenants;
    private final long keptMs;

    AssetPurge(
            Leftovers leftovers,
            SourceFiles sources,
            AssetService assets,
            ObjectStore store,
            Tenants tenants,
            HousekeepingSettings settings) {
        this.leftovers = leftovers;
        this.sources = sources;
        this.assets = assets;
        this.store = store;
        this.tenants = tenants;
        this.keptMs = settings.keepDeleted().toMillis();
    }

    @Override
    public String name() {
        return "delete-assets";
    }

    @Override
    public String cron() {
        return "0 7 * * * *";
    }

    @Override
    public Work begin() {
        return new Round<>(
                START,
                last -> leftovers.assets(keptMs, last.since(), last.id(), BATCH),
                it -> tenants.run(it.tenant(), () -> purge(it)));
    }

    private void purge(Leftover asset) {
        if (sources.busy(asset.id())) {
            return; // its jobs still read and write here
        }
        sources.giveUp(asset.id()).ifPresent(store::delete);
        store.deleteAll(asset.orgId() + "/assets/" + asset.id() + "/");
        assets.purged(asset.id());
    }
}
