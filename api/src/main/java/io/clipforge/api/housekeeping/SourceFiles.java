package io.clipforge.api.housekeeping;

import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.uploads.UploadService;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The uploaded files that assets were made of; several assets may share one. */
@Singleton
class SourceFiles {
    private final AssetSources sources;
    private final UploadService uploads;

    SourceFiles(AssetSources sources, UploadService uploads) {
        this.sources = sources;
        this.uploads = uploads;
    }

    /** Whether jobs of the asset are unfinished. */
    @TenantTransactional
    boolean busy(UUID asset) {
        return sources.busy(asset);
    }

    /**
     * Ends the upload of an asset, unless something else needs its file.
     *
     * @return the file's key if it may be deleted
     */
    @TenantTransactional
    Optional<String> giveUp(UUID asset) {
        return sources.upload(asset)
                .flatMap(text ->
                        TypeId.UPLOAD
                                .find(text)
                                .flatMap(id ->
                                        uploads.giveUp(
                                                id, () -> !sources.needed(id, text, asset))));
    }
}
